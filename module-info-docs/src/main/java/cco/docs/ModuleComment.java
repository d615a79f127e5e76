package cco.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of a module-info.java, for readers of Markdown. */
final class ModuleComment {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern LINE_START = Pattern.compile("(?m)^\\s*\\* ?");
    private static final Pattern PARAGRAPH_END = Pattern.compile("<p>|(?m)^@");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+(?:[a-z]\\w*[./])*([^\\s}]+)[^}]*}");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");

    private ModuleComment() {}

    /** The first paragraph on one line, or nothing where there is no Javadoc. */
    static String firstParagraph(String moduleInfo) {
        Matcher comment = COMMENT.matcher(moduleInfo);
        if (!comment.find()) {
            return "";
        }
        String text = LINE_START.matcher(comment.group(1)).replaceAll("");
        return markdown(PARAGRAPH_END.split(text, 2)[0]);
    }

    private static String markdown(String javadoc) {
        String text = javadoc.strip().replaceAll("\\s+", " ");
        text = LINK.matcher(text).replaceAll("`$1`");
        text = CODE.matcher(text).replaceAll("`$1`");
        return text.replaceAll("</?em>", "*").replaceAll("</?(b|strong)>", "**");
    }
}
