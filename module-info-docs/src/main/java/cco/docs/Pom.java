package cco.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A pom file, without inheritance and with unresolved properties. */
record Pom(Element project) {

    static Pom read(InputStream xml) throws IOException {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a pom file: " + e.getMessage(), e);
        }
    }

    /** The texts of all elements at this path. */
    List<String> all(String... path) {
        Stream<Node> nodes = Stream.of(project);
        for (String name : path) {
            nodes = nodes.flatMap(node ->
                            IntStream.range(0, node.getChildNodes().getLength()).mapToObj(node.getChildNodes()::item))
                    .filter(node -> node.getNodeName().equals(name));
        }
        return nodes.map(node -> node.getTextContent().strip()).toList();
    }
}
