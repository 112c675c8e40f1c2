package dev.cordon.report.document;

import java.util.Locale;

/** A small picture being drawn: rectangles, lines, marks and texts in a fixed frame. Every text is escaped here. One thread. */
public final class Svg {
    private final int width;
    private final int height;
    private final StringBuilder body = new StringBuilder();

    public Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** A rectangle of a style class. */
    public Svg rectangle(double x, double y, double breadth, double tall, String style) {
        body.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
                Html.escape(style),
                x,
                y,
                breadth,
                tall));
        return this;
    }

    /** A straight line of a style class. */
    public Svg line(double fromX, double fromY, double toX, double toY, String style) {
        body.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                Html.escape(style),
                fromX,
                fromY,
                toX,
                toY));
        return this;
    }

    /** A diamond around a point, of a style class. */
    public Svg diamond(double x, double y, double radius, String style) {
        body.append(String.format(
                Locale.ROOT,
                "<path class=\"%s\" d=\"M%.1f %.1f l%.1f %.1f l%.1f %.1f l%.1f %.1f z\"/>",
                Html.escape(style),
                x,
                y - radius,
                radius,
                radius,
                -radius,
                radius,
                -radius,
                -radius));
        return this;
    }

    /** A cross around a point, of a style class. */
    public Svg cross(double x, double y, double radius, String style) {
        return line(x - radius, y - radius, x + radius, y + radius, style)
                .line(x - radius, y + radius, x + radius, y - radius, style);
    }

    /** A text of a style class, anchored {@code start}, {@code middle} or {@code end}. */
    public Svg text(double x, double y, String anchor, String style, String text) {
        body.append(String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">",
                        Html.escape(style),
                        x,
                        y,
                        Html.escape(anchor)))
                .append(Html.escape(text))
                .append("</text>");
        return this;
    }

    /** The markup, hidden from screen readers: the alternative text beside it says the same. */
    String markup() {
        return open("width=\"100%\"") + body + "</svg>";
    }

    /** The markup for paper, so many millimetres broad: it carries its own style sheet and its alternative text. */
    String markup(double millimetres, String styleSheet, String alternative) {
        String size =
                String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", millimetres, millimetres * height / width);
        return open("style=\"" + size + "\" alt=\"" + Html.escape(alternative)
                        + "\" xmlns=\"http://www.w3.org/2000/svg\"")
                + "<style type=\"text/css\">" + styleSheet + "</style>" + body + "</svg>";
    }

    private String open(String attributes) {
        return "<svg viewBox=\"0 0 " + width + " " + height + "\" " + attributes
                + " preserveAspectRatio=\"xMidYMid meet\" aria-hidden=\"true\" focusable=\"false\">";
    }
}
