/** The first line of a block whose content is indented: a tab (`=== "Title"`), a note (`!!! note`), a fold (`??? note`). */
const opening = /^( {0,20})(={3}|!{3}|\?{3})[!+]?[ \t](.{1,300})$/;

/** What may stand behind the marks: words for its kind, a title in quotes, or both. */
const kindAndTitle = /^(?:[\w-]{1,40}(?: [\w-]{1,40}){0,3})?(?:(?:^| )"([^"\n]{0,200})")?$/;

/** An icon in a title: `:material-bash:`. */
const icon = /:[a-z][\w-]{1,60}:/g;

/** A title that says what stands below it, where those of most notes say nothing: a status, or a part of an operation. */
const saysPart =
  /^(?:[1-5]\d\d\b|(?:example |sample |successful |error )?(?:re(?:quest|sponse)|answer)s?\b|(?:path |query |header |body )?(?:parameters|params|headers|fields|attributes|properties)$|(?:request |response )?body$)/i;

const anyOpening = /^ {0,20}(?:={3}[!+]?[ \t]+"|!{3}[ \t]|\?{3}\+?[ \t])/m;

/** Blocks in blocks deeper than this stay as they are. */
const mostLevels = 5;

/**
 * Markdown in which the blocks of MkDocs whose content is indented by four spaces are opened: the content stands as deep as
 * the line before it, and the title of a tab is a label; so is that of a tab in a container of VitePress. Line numbers stay.
 * Text without such blocks is returned as it is.
 */
export function openIndentedBlocks(text: string): string {
  let opened = withPartTitles(withTabTitles(text));
  for (let level = 0; level < mostLevels && anyOpening.test(opened); level += 1) opened = openOutermost(opened);
  return opened;
}

/** Tabs within `:::tabs` begin with their titles (`== curl`, `@tab curl`), which are labels, too. */
function withTabTitles(text: string): string {
  if (!/^:{3,6} ?(?:code-)?tabs\b/m.test(text)) return text;
  let isWithin = false;
  const lines = text.split('\n').map((line) => {
    if (/^:{3,6} ?(?:code-)?tabs\b/.test(line)) isWithin = true;
    else if (/^:{3,6}\s*$/.test(line)) isWithin = false;
    else return (isWithin && tabTitle(line)) || line;
    return '';
  });
  return lines.join('\n');
}

/** The title of a note that tells where an API is. */
const saysServer = /^(?:(?:api )?(?:base|root|server)[ -]?)(?:urls?|uris?|address(?:es)?)$/i;

/** Containers whose title says what stands in them (`::: details Response`, `:::tip[201 Created]`) begin with it as a label. */
function withPartTitles(text: string): string {
  if (!/^:{3,6} ?\w+(?: \w|\[)/m.test(text)) return text;
  return text.replaceAll(
    /^:{3,6} ?[\w-]{1,30}(?: (\S.{0,80})|\[([^\][\n]{1,80})\])[ \t]{0,9}$/gm,
    (line, behind?: string, inside?: string) => {
      const title = (behind ?? inside ?? '').trim();
      return saysPart.test(title) || saysServer.test(title) ? `**${title}**` : line;
    },
  );
}

function tabTitle(line: string): string | undefined {
  const written = /^(?:== |@tab(?::active)? )(.*)$/.exec(line)?.[1] ?? '';
  const title = written.replace(/ tab:.*$|#[\w-]{1,40}$/, '').trim();
  return title === '' || title.length > 80 ? undefined : `**${title}**`;
}

function openOutermost(text: string): string {
  let shift: string | undefined;
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    if (shift !== undefined && (line.trim() === '' || line.startsWith(`${shift}    `))) return line.replace('    ', '');
    shift = undefined;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    const [, indent = '', marks, rest = ''] = (fence === undefined ? opening.exec(line) : null) ?? [];
    const head = marks === undefined ? null : kindAndTitle.exec(rest.trim());
    const isTab = marks === '===';
    if (!head || (isTab && head[1] === undefined)) return line;
    shift = indent;
    const title = (head[1] ?? '').replaceAll(icon, '').trim();
    return isTab || saysPart.test(title) ? `${indent}**${title}**` : '';
  });
  return lines.join('\n');
}
