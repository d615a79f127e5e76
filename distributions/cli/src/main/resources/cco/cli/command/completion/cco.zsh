#compdef cco
# Completion for cco, printed by: cco completion zsh
_cco() {
    local line files=
    local -a found
    while IFS= read -r line; do
        if [[ $line = :files ]]; then
            files=yes
        elif [[ $line = *' '* ]]; then
            found+=("${${line%% *}//:/\\:}:${line#* }")
        else
            found+=("${line//:/\\:}")
        fi
    done < <("${words[1]}" completion --words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    [[ -n $files ]] && _files
    (( $#found )) && _describe -V 'cco' found
}
if [[ ${funcstack[1]} = _cco ]]; then
    _cco "$@"
else
    compdef _cco cco
fi
