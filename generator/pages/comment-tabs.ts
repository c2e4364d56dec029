/** A comment that begins a tab, or ends the last one, as Stoplight's Markdown has them. */
const comment = /<!--\s{0,9}type:\s{0,3}(?:tab\s{1,9}title:\s{0,3}([^\n]{1,200})|tab-end)\s{0,9}-->/g;

/**
 * Markdown in which tabs that comments begin are elements; lines stay. Text without such comments is returned as it is. Gives no
 * diagnostics.
 */
export function openCommentTabs(text: string): string {
  let isOpen = false;
  const opened = text.replaceAll(comment, (whole, title?: string) => {
    const close = isOpen ? '</Tab>' : '';
    isOpen = title !== undefined;
    const label = title?.replace(/-->$/, '').trim().replaceAll('"', '&quot;');
    const tag = label === undefined ? close : `${close}<Tab title="${label}">`;
    return tag + '\n'.repeat(whole.split('\n').length - 1);
  });
  return isOpen ? `${opened}\n</Tab>` : opened;
}
