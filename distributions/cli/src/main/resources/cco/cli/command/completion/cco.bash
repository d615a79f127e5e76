# Completion for cco, printed by: cco completion bash
_cco() {
    local line prefix= joined= i n=0
    local -a words
    COMPREPLY=()
    compopt -o nosort 2>/dev/null
    # Bash splits --option=value into three words; cco expects one.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} == '=' && $n -gt 0 && ${words[n - 1]} == --* ]]; then
            words[n - 1]+='='
            joined=yes
        elif [[ -n $joined ]]; then
            words[n - 1]+=${COMP_WORDS[i]}
            joined=
        else
            words[n++]=${COMP_WORDS[i]}
        fi
    done
    [[ $n -gt 0 && ${words[n - 1]} == --*=* ]] && prefix=${words[n - 1]%%=*}=
    while IFS= read -r line; do
        if [ "$line" = :files ]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do
                COMPREPLY+=("$line")
            done < <(compgen -f -- "${words[n - 1]#"$prefix"}")
        else
            line=${line%% *}
            COMPREPLY+=("${line#"$prefix"}")
        fi
    done < <("${COMP_WORDS[0]}" completion --words -- "${words[@]}" 2>/dev/null)
}
complete -F _cco cco
