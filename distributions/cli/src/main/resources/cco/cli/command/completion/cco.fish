# Completion for cco, printed by: cco completion fish
function __cco_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] completion --words -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            string replace ' ' \t -- $line
        end
    end
end
complete -k -c cco -f -a '(__cco_complete)'
