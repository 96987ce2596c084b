# What a site adds to its tracker: while somebody types, the server is asked who is meant by the last @name.
Redmine::Plugin.register :lookup do
  name 'Look up names'
end

class LookupScript < Redmine::Hook::ViewListener
  def view_layouts_base_html_head(_context)
    <<~HTML
      <script>
        document.addEventListener('input', ({ target }) => {
          const [, name] = /@(\\w+)$/.exec(target.value ?? '') ?? [];
          if (name) fetch('/users.json?name=' + encodeURIComponent(name));
        });
      </script>
    HTML
  end
end
