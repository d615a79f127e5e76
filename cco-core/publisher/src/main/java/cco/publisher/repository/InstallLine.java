package cco.publisher.repository;

/** The one line with which users install an app on a machine without cco. Its parts are the addresses of scripts. */
public final class InstallLine {

    private InstallLine() {}

    /**
     * The line for Linux and macOS. It refuses redirects to plain http.
     *
     * @param script the address of {@code install.sh}; http only for a try-out on one machine
     */
    public static String shell(String script) {
        String safe = script.startsWith("http://") ? "" : "--proto '=https' --tlsv1.2 ";
        return "curl " + safe + "-fsSL " + script + " | sh";
    }

    /**
     * The line for Windows, in PowerShell.
     *
     * @param script the address of {@code install.ps1}
     */
    public static String powerShell(String script) {
        return "irm " + script + " | iex";
    }
}
