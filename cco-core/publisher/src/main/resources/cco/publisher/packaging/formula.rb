# Made by `cco release packages`.
class {{class}} < Formula
  desc {{description}}
  homepage {{homepage}}
  version {{version}}
  license {{license}}
{{macos}}{{linux}}
  def install
    libexec.install Dir["*"]
    (libexec/"managed-by.json").write <<~'JSON'
      {{marker}}
    JSON
    bin.install_symlink libexec/{{executable}} => {{app}}
    man1.install_symlink Dir[libexec/"share/man/man1/*"]
    bash_completion.install_symlink Dir[libexec/"share/bash-completion/completions/*"]
    zsh_completion.install_symlink Dir[libexec/"share/zsh/site-functions/*"]
    fish_completion.install_symlink Dir[libexec/"share/fish/vendor_completions.d/*"]
  end
{{service}}

  test do
    system bin/{{app}}, "--version"
  end
end
