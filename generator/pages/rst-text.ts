/** What the inline markup of a document refers to by name. */
export interface RstNames {
  /** What stands in the place of `|name|`. */
  readonly substitutions: ReadonlyMap<string, string>;
  /** Where `name_` leads: an address, or the id of a part of the document. */
  readonly targets: ReadonlyMap<string, string>;
  /** The titles of the sections that labels stand before. */
  readonly titles: ReadonlyMap<string, string>;
}

export const noNames: RstNames = { substitutions: new Map(), targets: new Map(), titles: new Map() };

const substitution = /^\.\. \|([^|\n]{1,100})\| (replace|unicode)::\s?(.{0,500})$/;
const namedTarget = /^\.\. _`?([^`:\n]{1,200})`?:(?:\s+(\S.{0,1000}))?$/;
const underlined = /^([!-/:-@[-`{-~])\1+$/;
const simpleName = /^[A-Za-z0-9](?:[\w.+:-]{0,100}[A-Za-z0-9])?$/;

/** What the lines of a document define for its inline markup: substitutions, targets, and its sections, which are targets, too. */
export function rstNames(lines: readonly string[]): RstNames {
  const substitutions = new Map<string, string>();
  const targets = new Map<string, string>();
  const titles = new Map<string, string>();
  let labels: string[] = [];
  lines.forEach((line, index) => {
    if (line === '') return;
    const [, shown, how, said = ''] = substitution.exec(line) ?? [];
    if (shown !== undefined) substitutions.set(nameOf(shown), how === 'unicode' ? signsOf(said) : said);
    const [isTarget, name = '', address] = namedTarget.exec(line) ?? [];
    if (isTarget === undefined) {
      const title = titleAt(lines, index);
      if (title === undefined && !underlined.test(line)) labels = [];
      if (title === undefined) return;
      for (const label of labels) titles.set(label, title);
      labels = [];
      if (!targets.has(nameOf(title))) targets.set(nameOf(title), `#${slug(title)}`);
    } else if (address === undefined) {
      targets.set(nameOf(name), `#${name}`);
      labels.push(name);
    } else
      targets.set(
        nameOf(name),
        address.replace(/^`?(.{1,500})`?_$/, (_, other: string) => `#${slug(other)}`),
      );
  });
  return { substitutions, targets, titles };
}

function titleAt(lines: readonly string[], index: number): string | undefined {
  const [title = '', under = ''] = [lines[index]?.trim(), lines[index + 1]];
  const isTitle = underlined.test(under) && !underlined.test(title) && under.length >= Math.min(title.length - 2, 60);
  return isTitle ? title.replaceAll(/[`*]/g, '') : undefined;
}

/** Names are compared without regard to case and blanks (docutils, section "Reference Names"). */
function nameOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function slug(title: string): string {
  return nameOf(title)
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** The signs whose codes the directive `unicode` names: `0xA0`, `U+2192`. */
function signsOf(text: string): string {
  return text
    .replace(/ \.\. .*$|:[a-z]+:.*$/, '')
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [, digits] = /^(?:0x|x|\\x|U\+|u|\\u)([\da-f]{1,6})$/i.exec(one) ?? [];
      const code = Number.parseInt(digits ?? '', 16);
      return code > 0x1f && code < 0x11_00_00 ? String.fromCodePoint(code) : one;
    })
    .join('');
}

const codeRole = /^(?:code|literal|samp|kbd|file|command|option|envvar)$/;

/**
 * Inline markup of reStructuredText as Markdown writes it (docutils, section "Inline Markup"): literals, roles, links, references,
 * substitutions; an escaped sign by itself, with its backslash where it is one of Markdown's, and an escaped blank not at all.
 */
export function rstText(written: string, names: RstNames): string {
  if (!/[`\\|_]/.test(written)) return written;
  const codes: string[] = [];
  const keep = (code: string): string => `\uE000${codes.push(code) - 1}\uE000`;
  const code = (text: string): string => keep(`\`${text.replaceAll(/\s+/g, ' ')}\``);
  const link = (text: string, to: string): string => keep(`[${text.trim()}](${to})`);
  return written
    .replaceAll(/``([^`]{1,1000})``/g, (_, text: string) => code(text))
    .replaceAll(
      /\|([^|\s](?:[^|\n]{0,98}[^|\s])?)\|(?:__?(?!\w))?/g,
      (whole, name: string) => names.substitutions.get(nameOf(name)) ?? whole,
    )
    .replaceAll(/:json:object:`~?([^`\n<>\s]{1,200})`/g, (_, name: string) => link(name, `#${name}`))
    .replaceAll(/:(?:std:)?ref:`([^`<]{1,500}?)\s?<([\w./ -]{1,200})>`/g, (_, text: string, to: string) =>
      link(text, `#${to}`),
    )
    .replaceAll(/:(?:std:)?ref:`([\w./ -]{1,200})`/g, (_, to: string) => link(names.titles.get(to) ?? to, `#${to}`))
    .replaceAll(
      /:([A-Za-z][\w:+-]{0,60}):`([^`<]{0,500})(?:(<[^`<>]{0,500}>)([^`]{0,300}))?`/g,
      (_, role: string, text: string, target = '', rest = '') => roleText(role, [text, target, rest], code),
    )
    .replaceAll(/`([^`<>]{1,500}?)\s<([^`<>]{1,500})>`__?/g, (_, text: string, to: string) =>
      link(
        text,
        to.replace(/^([^:/#]{1,200})_$/, (_all, name: string) => names.targets.get(nameOf(name)) ?? name),
      ),
    )
    .replaceAll(/`([^`<>]{1,300})`_(?![\w_])/g, (_, text: string) => {
      const to = names.targets.get(nameOf(text));
      return to === undefined ? text : link(text, to);
    })
    .replaceAll(/(?<![\w.`-])([A-Za-z0-9][\w.-]{0,100}?)_(?![\w_])/g, (whole, name: string) => {
      const to = simpleName.test(name) ? names.targets.get(nameOf(name)) : undefined;
      return to === undefined ? whole : link(name, to);
    })
    .replaceAll(/ ?\[(?:\d{1,3}|#[\w-]{0,30}|\*)\]_(?!\w)/g, '')
    .replaceAll(/\\(\s|[^\w\s])|\\(?=\w)/g, (_, sign?: string) => escaped(sign ?? ''))
    .replaceAll(/\uE000(\d+)\uE000/g, (_, at: string) => codes[Number(at)] ?? '');
}

function escaped(sign: string): string {
  if (sign.trim() === '') return '';
  return /[*`[\]<>#\\]/.test(sign) ? `\\${sign}` : sign;
}

/** What a role shows: a text before a target in brackets, else all of it. */
function roleText(role: string, parts: readonly [string, string, string], code: (text: string) => string): string {
  const [text, target, rest] = parts;
  const hasTarget = target !== '' && rest === '' && text.trim() !== '' && !codeRole.test(role);
  const shown = (hasTarget ? text : parts.join('')).trim();
  if (codeRole.test(role) && shown !== '') return code(shown);
  if (role === 'strong') return `**${shown}**`;
  return role === 'emphasis' ? `*${shown}*` : shown;
}
