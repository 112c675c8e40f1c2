package dev.cordon.simulator.login;

import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages a person sees. The form's fields are {@code login}, {@code password}, {@code method} and {@code proof} (the
 * second factor), {@code newPassword} where one must be set, and {@code simulated=operator}, which signs the operator in
 * by the press of a button.
 */
final class SignInPage {

    private final Tenant tenant;
    private final SignIn signIn;

    SignInPage(Tenant tenant, SignIn signIn) {
        this.tenant = tenant;
        this.signIn = signIn;
    }

    WireResponse show(WireRequest request, String login, @Nullable LoginErrors problem) {
        return show(request, login, problem, "");
    }

    WireResponse show(WireRequest request, String login, @Nullable LoginErrors problem, String more) {
        Optional<User> person = signIn.find(login);
        Optional<User> operator = tenant.state().table(User.TABLE).find(tenant.operatorId());
        var html = new StringBuilder("<h1>Sign in to a simulated tenant</h1>");
        if (problem != null) {
            html.append("<p role=alert id=error data-code=")
                    .append(problem.code())
                    .append('>')
                    .append(escape(problem.description(request, tenant.state().now())))
                    .append("</p>");
        }
        operator.ifPresent(user -> html.append("<form method=post>")
                .append(more)
                .append("<input type=hidden name=simulated value=operator><input type=hidden name=login value=\"")
                .append(escape(user.userPrincipalName()))
                .append("\"><button>Sign in as ")
                .append(escape(user.userPrincipalName()))
                .append("</button> (the operator; nobody checks his password here)</form><hr>"));
        html.append("<form method=post>")
                .append(more)
                .append(field("login", "Account", "text", login))
                .append(field("password", "Password", "password", ""))
                .append(person.map(this::methods).orElse(""))
                .append(field("newPassword", "New password, if one must be set", "password", ""))
                .append("<button>Sign in</button></form>");
        int status = problem == null ? 200 : 401;
        return html(status, html.toString());
    }

    /** A page that posts the answer to the client by itself. */
    WireResponse post(String redirect, String answer, WireRequest request) {
        request.trace().bucket("sts");
        var html = new StringBuilder("<form method=post action=\"")
                .append(escape(redirect))
                .append("\">");
        for (String pair : answer.split("&")) {
            int equals = pair.indexOf('=');
            html.append("<input type=hidden name=\"")
                    .append(escape(pair.substring(0, equals)))
                    .append("\" value=\"")
                    .append(escape(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)))
                    .append("\">");
        }
        return html(
                200,
                html.append("<button>Continue</button></form><script>document.forms[0].submit()</script>")
                        .toString());
    }

    static WireResponse html(int status, String body) {
        return WireResponse.text(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=en><meta charset=utf-8><title>Simulated sign-in</title><body>" + body
                        + "</body></html>");
    }

    static String field(String name, String label, String type, String value) {
        return "<p><label>" + label + " <input name=" + name + " type=" + type + " value=\"" + escape(value)
                + "\"></label></p>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String methods(User person) {
        var html = new StringBuilder("<p><label>Second factor <select name=method><option value=\"\">none</option>");
        for (AuthenticationMethod method : signIn.factors(person)) {
            html.append("<option value=\"")
                    .append(escape(method.id()))
                    .append("\">")
                    .append(escape(method.type().word()))
                    .append("</option>");
        }
        return html.append("</select></label></p>")
                .append(field("proof", "Its code", "text", ""))
                .toString();
    }
}
