// SPDX-License-Identifier: MIT
// Renders a template's nodes against its data; strict, and bounded in output, time and depth.
#include "text/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "text/template_nodes.hpp"

namespace oneonone {
namespace {

using Kind = TemplateNode::Kind;

constexpr std::size_t max_output = std::size_t{1} << 20U;
/// Tags rendered plus bytes of partials read: nested sections can repeat for ever without output.
constexpr std::size_t max_work = std::size_t{1} << 18U;

bool is_false(const Data& data) {
  if (const auto* flag = std::get_if<bool>(&data.value)) return !*flag;
  if (const auto* text = std::get_if<std::string>(&data.value)) return text->empty();
  if (const auto* list = std::get_if<std::vector<Data>>(&data.value)) return list->empty();
  return std::holds_alternative<std::monostate>(data.value);
}

/// What brings no names of its own into a section.
bool is_plain(const Data& data) {
  return std::holds_alternative<bool>(data.value) ||
         std::holds_alternative<std::string>(data.value);
}

const Data* member(const Data& data, std::string_view key) {
  const auto* object = std::get_if<Data::Object>(&data.value);
  if (object == nullptr) return nullptr;
  const auto found = object->find(key);
  return found == object->end() ? nullptr : &found->second;
}

std::string known_in(const std::vector<const Data*>& contexts) {
  std::set<std::string_view> names;
  for (const auto* context : contexts)
    if (const auto* object = std::get_if<Data::Object>(&context->value))
      for (const auto& [key, value] : *object) names.insert(key);
  if (names.empty()) return "there are no names here";
  return fmt::format("known here: {}", fmt::join(names, ", "));
}

/// Every line that holds something moved in by `indent`.
std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    if (line != "\n" && line != "\r\n") out += indent;
    out += line;
    text.remove_prefix(line.size());
  }
  return out;
}

class Renderer {
 public:
  Renderer(const Data& data, const Partials& partials) : partials_(partials), contexts_{&data} {}

  void render(const TemplateSource& source) { render(source, parse_template(source)); }
  std::string take() { return std::move(out_); }

 private:
  void render(const TemplateSource& source, const std::vector<TemplateNode>& nodes);
  void render_in(const Data& context, const TemplateSource& source, const TemplateNode& section);
  void render_section(const TemplateSource& source, const TemplateNode& node);
  void render_partial(const TemplateSource& source, const TemplateNode& node);
  void check_only(const TemplateSource& source, const TemplateNode& section);
  const Data& resolve(const TemplateSource& source, const TemplateNode& node) const;
  const Data* in_contexts(std::string_view key) const;
  std::string_view text_of(const TemplateSource& source, const TemplateNode& node) const;
  void write(const TemplateSource& source, const TemplateNode& node, std::string_view text);
  void spend(const TemplateSource& source, const TemplateNode& node, std::size_t work);

  const Partials& partials_;
  std::vector<const Data*> contexts_;
  std::string out_;
  std::size_t work_ = 0;
  int depth_ = 0;
  bool checking_ = false;
};

void Renderer::render(const TemplateSource& source, const std::vector<TemplateNode>& nodes) {
  for (const auto& node : nodes) {
    spend(source, node, 1);
    if (node.kind == Kind::text)
      write(source, node, node.text);
    else if (node.kind == Kind::variable)
      write(source, node, text_of(source, node));
    else if (node.kind == Kind::partial)
      render_partial(source, node);
    else
      render_section(source, node);
  }
}

void Renderer::render_section(const TemplateSource& source, const TemplateNode& node) {
  const Data& value = resolve(source, node);
  if (is_false(value) != (node.kind == Kind::inverted)) {
    if (is_plain(value)) check_only(source, node);
  } else if (node.kind == Kind::inverted) {
    render(source, node.children);
  } else if (const auto* list = std::get_if<std::vector<Data>>(&value.value)) {
    for (const auto& item : *list) render_in(item, source, node);
  } else {
    render_in(value, source, node);
  }
}

void Renderer::render_in(const Data& context, const TemplateSource& source,
                         const TemplateNode& section) {
  contexts_.push_back(&context);
  render(source, section.children);
  contexts_.pop_back();
}

/// A misspelt name is found on the first day, not when the section has something to show.
void Renderer::check_only(const TemplateSource& source, const TemplateNode& section) {
  const bool outer = std::exchange(checking_, true);
  render(source, section.children);
  checking_ = outer;
}

void Renderer::render_partial(const TemplateSource& source, const TemplateNode& node) {
  const auto found = partials_ ? partials_(node.text) : std::nullopt;
  if (!found)
    fail_in_template(source, node.line, fmt::format("unknown partial '{}'", node.text),
                     "write that template, or take the tag out");
  if (checking_) return;  // one that includes itself would never end
  if (depth_ == max_template_depth)
    fail_in_template(
        source, node.line,
        fmt::format("partial '{}' is nested over {} deep", node.text, max_template_depth),
        "a partial that includes itself needs a section that ends it");
  const auto lines = static_cast<std::size_t>(std::count(found->begin(), found->end(), '\n')) + 1;
  spend(source, node, found->size() + lines * node.indent.size());
  const auto text = indented(*found, node.indent);
  ++depth_;
  render(TemplateSource{text, node.text});
  --depth_;
}

const Data& Renderer::resolve(const TemplateSource& source, const TemplateNode& node) const {
  if (node.text == ".") return *contexts_.back();
  auto dot = node.text.find('.');
  const auto* data = in_contexts(node.text.substr(0, dot));
  const Data* parent = nullptr;
  while (data != nullptr && dot != std::string_view::npos) {
    const auto next = node.text.find('.', dot + 1);
    parent = data;
    data = member(*parent, node.text.substr(dot + 1, next - dot - 1));
    dot = next;
  }
  if (data == nullptr)
    fail_in_template(source, node.line, fmt::format("unknown variable '{}'", node.text),
                     parent == nullptr ? known_in(contexts_) : known_in({parent}));
  return *data;
}

const Data* Renderer::in_contexts(std::string_view key) const {
  for (auto context = contexts_.rbegin(); context != contexts_.rend(); ++context)
    if (const auto* found = member(**context, key)) return found;
  return nullptr;
}

std::string_view Renderer::text_of(const TemplateSource& source, const TemplateNode& node) const {
  const Data& data = resolve(source, node);
  if (const auto* text = std::get_if<std::string>(&data.value)) return *text;
  if (const auto* flag = std::get_if<bool>(&data.value)) return *flag ? "true" : "false";
  if (std::holds_alternative<std::monostate>(data.value)) return {};
  fail_in_template(source, node.line, fmt::format("'{}' is not text", node.text),
                   fmt::format("write a section: {{{{#{0}}}}} … {{{{/{0}}}}}", node.text));
}

void Renderer::write(const TemplateSource& source, const TemplateNode& node,
                     std::string_view text) {
  if (checking_) return;
  if (out_.size() + text.size() > max_output)
    fail_in_template(source, node.line, "output is over 1 MiB", "an agenda is a page: repeat less");
  out_ += text;
}

void Renderer::spend(const TemplateSource& source, const TemplateNode& node, std::size_t work) {
  work_ += work;
  if (work_ > max_work)
    fail_in_template(source, node.line, "template takes too long",
                     "its sections or partials repeat too much");
}

}  // namespace

std::string render_template(std::string_view text, std::string_view name, const Data& data,
                            const Partials& partials) {
  Renderer renderer(data, partials);
  renderer.render(TemplateSource{text, name});
  return renderer.take();
}

}  // namespace oneonone
