/** An HTML link within a line; its target may stand in a tag of Hugo that looks it up. */
const anchor =
  /<a\s(?:[\w-]{1,30}="[^"<>]{0,200}"\s{1,3}){0,3}href="(?:\{\{[<%]\s{0,3}(?:rel)?ref\s{1,3}"([^"<>]{0,300})"\s{0,3}[>%]\}\}|([^"<>{}]{1,500}))"[^<>]{0,200}>([^<>\n]{1,300})<\/a>/g;

/** The target of a Markdown link in such a tag. */
const lookedUp = /\]\(\{\{[<%]\s{0,3}(?:rel)?ref\s{1,3}"([^"<>]{0,300})"\s{0,3}[>%]\}\}\)/g;

/** A piece of Markdown in which links are written as Markdown has them, whatever HTML and templates write; lines stay. */
export function withMarkdownLinks(text: string): string {
  if (!text.includes('<a ') && !text.includes('ref ')) return text;
  return text
    .replaceAll(anchor, (_, looked: string | undefined, plain: string | undefined, shown: string) => {
      return `[${shown}](${(looked ?? plain ?? '').replaceAll(/[()\s]/g, (sign) => encodeURIComponent(sign))})`;
    })
    .replaceAll(lookedUp, ']($1)');
}
