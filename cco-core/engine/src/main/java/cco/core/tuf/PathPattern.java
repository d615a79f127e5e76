package cco.core.tuf;

/**
 * A {@code PATHPATTERN} of a delegation (section 4.5): {@code *} and {@code ?} stand for characters of one segment and
 * never for a slash. Matched without backtracking over more than one star, so a long pattern costs no more than its
 * length times the path's.
 */
record PathPattern(String glob) {

    boolean matches(String path) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = -1;
        while (at < path.length()) {
            if (in < glob.length() && glob.charAt(in) == '*') {
                star = in++;
                resume = at;
            } else if (in < glob.length() && matches(glob.charAt(in), path.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0 && path.charAt(resume) != '/') {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return glob.substring(in).chars().allMatch(letter -> letter == '*');
    }

    private static boolean matches(char pattern, char letter) {
        return pattern == letter || pattern == '?' && letter != '/';
    }
}
