import type { Data } from '../../base/data.ts';
import type { Location } from '../../base/location.ts';
import type { Report } from '../../base/diagnostic.ts';
import type { Page } from '../../pages/page.ts';
import type { Evidence, Sniff, Source } from '../evidence.ts';
import { shownLines, type ShownLine } from '../labelled/shown-text.ts';
import { labelledText } from './labelled-text.ts';

/**
 * A rendered page that a tool made Markdown of: what made it a reference is gone, and its lines are those that a person
 * copies from a browser. It is read as such a text, where no style of Markdown is surer.
 */
export const convertedPage: Source = { name: 'converted-page', sniff, read };

/** A method on a line of its own or glued to its path: as no page is written by hand. */
const endpoint = /^[\s#>|*_`-]{0,20}(?:get|post|put|patch|delete)(?:[\s*_`|]{0,9}$|\/|https?:)/im;
/** A method, with its path or URL on the next line. */
const cutEndpoint = /^(?:get|post|put|patch|delete)\n{1,9}(?:https?:\/)?\/\S/im;
/** Buttons of a page. */
const button =
  /^(?:copy(?: link.{0,200})?|test request.{0,200}|try it.{0,20}|expand all ?collapse all|(?:hide|show) child attributes.{0,200})$/i;

/** Less sure than a style that finds an endpoint where Markdown has it, and surer than one that only finds a table. */
const scores = { labels: 0.5, endpoint: 0.45, buttons: 0.9 } as const;

/** So many buttons no page has that was written. */
const manyButtons = 6;

function sniff(page: Page): Sniff {
  if (page.format !== 'markdown') return { score: 0, reason: 'no Markdown' };
  if (!endpoint.test(page.text)) return { score: 0, reason: 'no line has the form of a rendered endpoint' };
  const lines = shownLines(page.text);
  const shown = textOf(page, lines);
  const { score } = labelledText.sniff(shown);
  const hasButtons = countButtons(page, lines) >= manyButtons;
  if (score >= 0.9)
    return { score: hasButtons ? scores.buttons : scores.labels, reason: 'the text of a rendered page' };
  // names without types would be guesses
  return score >= 0.7 && cutEndpoint.test(shown.text)
    ? { score: scores.endpoint, reason: 'the endpoint of a rendered page' }
    : { score: 0, reason: 'its text does not name values with their types' };
}

/** A link to another page: buttons lead nowhere. */
const leadsElsewhere = /\]\((?:https?:\/\/|\/)/;

function countButtons({ text }: Page, shown: readonly ShownLine[]): number {
  const lines = text.split('\n');
  return shown.filter((one) => button.test(one.text) && !leadsElsewhere.test(lines[one.line - 1] ?? '')).length;
}

function read(page: Page, report: Report): Evidence[] {
  const shown = shownLines(page.text);
  const at = <Place extends Location>(place: Place): Place => written(place, shown);
  const found = labelledText.read(textOf(page, shown), {
    ...report,
    add: (code, place, ...rest) => report.add(code, place && at(place), ...rest),
  });
  return found.map((one) => ({
    ...one,
    location: at(one.location),
    fact: one.fact.kind === 'sample' ? { ...one.fact, data: placed(one.fact.data, at) } : one.fact,
  }));
}

function textOf(page: Page, shown: readonly ShownLine[]): Page {
  return { ...page, format: 'text', text: shown.map(({ text }) => text).join('\n') };
}

/** Where in the document a line of the shown text is written. */
function written<Place extends Location>(place: Place, shown: readonly ShownLine[]): Place {
  const line = shown[place.line - 1]?.line ?? place.line;
  const endLine = place.endLine === undefined ? undefined : shown[place.endLine - 1]?.line;
  const { endLine: _, ...rest } = place;
  return { ...(rest as Place), line, ...(endLine !== undefined && endLine > line && { endLine }) };
}

function placed(data: Data, at: (place: Location) => Location): Data {
  const losses = data.losses;
  return {
    ...data,
    locate: (pointer) => at(data.locate(pointer)),
    ...(losses && { losses: () => losses().map((loss) => ({ ...loss, location: at(loss.location) })) }),
  };
}
