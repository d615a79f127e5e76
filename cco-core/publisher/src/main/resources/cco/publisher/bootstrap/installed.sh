# Sets `installed` to the cco that has the app, below the folder of --prefix if that is named.
find_installation() {
    prefix=
    while [ $# -gt 0 ]; do
        next_option "$@"
        case $option in
            --prefix) require_value && prefix=$value ;;
            *) fail 2 "unknown option: $1" "usage: sh $name [--prefix DIR]" ;;
        esac
        shift "$words"
    done
    find_folders
    find_cco
    [ -n "$installed" ] || fail 7 "$app is not installed in ${CCO_HOME-your home}" "name its folder with --prefix"
}
