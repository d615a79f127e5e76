# Ends the script with an exit code, an error and a hint.
fail() {
    printf '%s: error: %s\n%s: hint: %s\n' "$name" "$2" "$name" "$3" >&2
    exit "$1"
}

# Sets `option` and `value` from the first words, and `words` to how many they are.
next_option() {
    option=$1
    words=1
    case $1 in
        --*=*)
            option=${1%%=*}
            value=${1#*=}
            ;;
        *)
            value=${2-}
            [ $# -lt 2 ] || words=2
            ;;
    esac
}

require_value() {
    [ -n "$value" ] || fail 2 "$option needs a value" "run it with --help"
}

# Sets `bin`, the folder of commands, as cco does. --prefix means CCO_HOME.
find_folders() {
    if [ -n "$prefix" ]; then
        case $prefix in
            /*) ;;
            *) prefix=$PWD/$prefix ;;
        esac
        export CCO_HOME="${prefix%/}"
    fi
    if [ -n "${CCO_HOME-}" ]; then
        bin=$CCO_HOME/bin
        return
    fi
    case ${HOME-} in
        /?*) ;;
        *) fail 2 "HOME is not set to your home folder" "set HOME, or name a folder with --prefix" ;;
    esac
    bin=$HOME/.local/bin
}

# Sets `installed` if cco is installed here and starts.
find_cco() {
    installed=
    # An empty standard input: the shell may be reading this script from it.
    if [ -x "$bin/cco" ] && "$bin/cco" --version >/dev/null 2>&1 </dev/null; then
        installed=$bin/cco
    fi
}
