# Completion of isspp for bash, from version 3.2 on. Nothing else is needed: load it
# with   source <(isspp completion bash)   or put it where bash-completion looks.

_isspp_complete() {
	local cur word open="" value line directive lower tab=$'\t'
	local words=() found=() i
	COMPREPLY=()

	# Words as they are typed, with --flag=value in one, without quotes.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $word == "=" && ${#words[@]} -gt 0 && ${words[${#words[@]}-1]} == --* ]]; then
			words[${#words[@]}-1]+="="
			((i < COMP_CWORD)) && { ((i++)); words[${#words[@]}-1]+=${COMP_WORDS[i]}; }
			continue
		fi
		words+=("$word")
	done
	((${#words[@]} > 0)) || words=("")
	cur=${words[${#words[@]}-1]}
	for ((i = 0; i < ${#words[@]}; i++)); do
		word=${words[i]}
		case $word in
		\"*) ((i == ${#words[@]} - 1)) && open='"'; word=${word#\"}; word=${word%\"} ;;
		\'*) ((i == ${#words[@]} - 1)) && open="'"; word=${word#\'}; word=${word%\'} ;;
		*) word=${word//\\/} ;;
		esac
		words[i]=$word
	done
	cur=${words[${#words[@]}-1]}
	local before="" after=$cur
	if [[ $cur == --*=* ]]; then
		before=${cur%%=*}= after=${cur#*=}
	fi

	while IFS= read -r line; do found+=("$line"); done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
	((${#found[@]} > 0)) || return
	directive=${found[${#found[@]}-1]#:}
	unset "found[${#found[@]}-1]"
	[[ $directive =~ ^[0-9]+$ ]] || return
	((directive & 1)) && return

	lower=$(printf %s "$after" | tr '[:upper:]' '[:lower:]')
	if ((directive & 8)); then # files of some kinds: the values are their endings
		local ends=""
		for line in "${found[@]}"; do ends+="|*.${line%%"$tab"*}"; done
		while IFS= read -r value; do
			[[ -d $value ]] || eval "[[ \$value == @(${ends#|}) ]]" || continue
			COMPREPLY+=("$value")
		done < <(compgen -f -- "$after")
		compopt -o filenames 2>/dev/null
		return
	fi
	if ((directive & 16)); then # folders
		while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$after")
		compopt -o filenames 2>/dev/null
		return
	fi
	for line in "${found[@]}"; do
		value=${line%%"$tab"*}
		word=$(printf %s "${value#"$before"}" | tr '[:upper:]' '[:lower:]')
		[[ $word == "$lower"* ]] || continue
		value=${value#"$before"}
		if [[ -n $open ]]; then
			COMPREPLY+=("$value")
		else
			COMPREPLY+=("$(printf %q "$value")")
		fi
	done
	if ((${#COMPREPLY[@]} == 0 && !(directive & 4))); then
		while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$after")
		compopt -o filenames 2>/dev/null
	fi
	((directive & 2)) && compopt -o nospace 2>/dev/null
	return 0
}

complete -F _isspp_complete isspp
