package dev.cordon.simulator.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Graph's entity model, as far as the vendored file has it: which properties a type has and what they hold. */
public final class GraphSchema {

    private static final String FILE = "/graph/graph-v1.0-responder.csdl.xml";

    private record Type(String base, boolean open, Map<String, String> properties) {}

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Set<String>> enums = new HashMap<>();

    /** Reads the vendored file. */
    public GraphSchema() {
        try (InputStream in = GraphSchema.class.getResourceAsStream(FILE)) {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            for (Element schema : children(document.getDocumentElement(), "Schema")) {
                read(schema);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Whether the schema has that type. */
    public boolean knows(String type) {
        return types.containsKey(plain(type));
    }

    /** What is wrong with the object as one of that type; empty when nothing is. */
    public List<String> problems(JsonObject object, String type) {
        var problems = new ArrayList<String>();
        check(object, type, "", problems);
        return problems;
    }

    private void check(JsonObject object, String declared, String path, List<String> problems) {
        String said = object.has("@odata.type") ? object.get("@odata.type").getAsString() : declared;
        String type = plain(said.startsWith("#") ? said.substring(1) : said);
        if (!types.containsKey(type)) {
            return;
        }
        for (var member : object.entrySet()) {
            String name = member.getKey();
            if (name.contains("@")) {
                continue;
            }
            String property = property(type, name);
            if (property == null) {
                if (!isOpen(type)) {
                    problems.add(path + "/" + name + " is no property of " + type);
                }
            } else {
                value(member.getValue(), property, path + "/" + name, problems);
            }
        }
    }

    private void value(JsonElement value, String type, String path, List<String> problems) {
        if (value.isJsonNull()) {
            return;
        }
        if (type.startsWith("Collection(")) {
            String inner = type.substring("Collection(".length(), type.length() - 1);
            if (value instanceof JsonArray array) {
                array.forEach(item -> value(item, inner, path + "[]", problems));
            } else {
                problems.add(path + " should be a list of " + inner);
            }
        } else if (type.startsWith("Edm.")) {
            if (!(value instanceof JsonPrimitive primitive) || !fits(primitive, type)) {
                problems.add(path + " should be " + type + " but is " + value);
            }
        } else if (enums.containsKey(plain(type))) {
            Set<String> words = enums.getOrDefault(plain(type), Set.of());
            if (!(value instanceof JsonPrimitive word) || !words.contains(word.getAsString())) {
                problems.add(path + " should be one of " + words + " but is " + value);
            }
        } else if (value instanceof JsonObject object) {
            check(object, type, path, problems);
        } else {
            problems.add(path + " should be a " + type + " but is " + value);
        }
    }

    private static boolean fits(JsonPrimitive value, String type) {
        return switch (type) {
            case "Edm.Boolean" -> value.isBoolean();
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Double", "Edm.Single", "Edm.Decimal" -> value.isNumber();
            case "Edm.DateTimeOffset" -> isTime(value);
            default -> value.isString();
        };
    }

    private static boolean isTime(JsonPrimitive value) {
        try {
            return value.isString() && OffsetDateTime.parse(value.getAsString()).getYear() >= 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private @Nullable String property(String type, String name) {
        for (Type at = types.get(type); at != null; at = types.get(at.base())) {
            if (at.properties().containsKey(name)) {
                return at.properties().get(name);
            }
        }
        return null;
    }

    private boolean isOpen(String type) {
        Type at = types.get(type);
        return at != null && at.open() && !type.equals("microsoft.graph.user") && !type.equals("microsoft.graph.group");
    }

    private void read(Element schema) {
        String namespace = schema.getAttribute("Namespace");
        for (String kind : List.of("EntityType", "ComplexType")) {
            for (Element type : children(schema, kind)) {
                var properties = new HashMap<String, String>();
                for (String part : List.of("Property", "NavigationProperty")) {
                    children(type, part)
                            .forEach(child -> properties.put(child.getAttribute("Name"), child.getAttribute("Type")));
                }
                types.put(
                        namespace + "." + type.getAttribute("Name"),
                        new Type(
                                plain(type.getAttribute("BaseType")),
                                type.getAttribute("OpenType").equals("true"),
                                properties));
            }
        }
        for (Element type : children(schema, "EnumType")) {
            var words = new HashSet<String>();
            children(type, "Member").forEach(member -> words.add(member.getAttribute("Name")));
            enums.put(namespace + "." + type.getAttribute("Name"), words);
        }
    }

    private static String plain(String type) {
        if (type.startsWith("self.")) {
            return "microsoft.graph.security" + type.substring("self".length());
        }
        return type.startsWith("graph.") ? "microsoft." + type : type;
    }

    private static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && isChild(element, parent)) {
                children.add(element);
            }
        }
        var plain = parent.getElementsByTagName(name);
        for (int i = 0; i < plain.getLength(); i++) {
            Node node = plain.item(i);
            if (node instanceof Element element && isChild(element, parent) && !children.contains(element)) {
                children.add(element);
            }
        }
        return children;
    }

    private static boolean isChild(Element element, Element parent) {
        Node up = element.getParentNode();
        while (up != null && !up.equals(parent) && up.getNodeName().endsWith("DataServices")) {
            up = up.getParentNode();
        }
        return up != null && (up.isSameNode(parent) || up.getNodeName().endsWith("DataServices"));
    }
}
