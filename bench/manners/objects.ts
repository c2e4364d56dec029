import type { Page } from './page.ts';
import { fieldLines } from './fields.ts';
import { headingOf, linkTo, objectFile, objectFor } from './object-titles.ts';
import type { Call } from './things.ts';

/** The sections of the objects that fields and answers refer to; those they refer to in turn come after them. */
export function objectSections(page: Page, level: number): string[] {
  const isOne = page.manner.objects === 'in one section' && page.objects.size > 0;
  const lines = isOne ? ['', `${'#'.repeat(level)} Objects`, ''] : [];
  // grows while it is walked
  for (const title of page.objects.keys()) lines.push(...objectLines(title, page, isOne ? level + 1 : level));
  return lines;
}

/** The pages of objects that have pages of their own. */
export function objectPages(page: Page): Map<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  for (const title of page.objects.keys()) files.set(objectFile(title), objectLines(title, page, 1));
  return files;
}

function objectLines(title: string, page: Page, level: number): string[] {
  const options = { level: level + 1, hasRequired: true };
  const fields = fieldLines(page.objects.get(title) ?? [], page, options);
  return ['', `${'#'.repeat(level)} ${headingOf(title, page.manner)}`, '', ...fields];
}

const participles: Readonly<Record<string, string>> = {
  POST: 'created',
  PUT: 'updated',
  PATCH: 'updated',
  DELETE: 'deleted',
};

/** The sentence or label that names the object of an answer. */
export function mentionOf(call: Call, page: Page, reason: string): string {
  const word = /([A-Za-z]\w*?)s?(?:\/\{\w+\})*$/.exec(call.path)?.[1] ?? 'thing';
  const title = objectFor(word, call.answer, page);
  const { mention } = page.manner;
  const status = `with status \`${reason}\``;
  switch (mention) {
    case 'link':
      return `Returns ${call.isList ? 'a list of' : 'a'} ${linkTo(title, page.manner)} ${status}.`;
    case 'words':
      return `Returns ${call.isList ? `an array of ${title} objects` : `a ${title} object`} ${status}.`;
    case 'code':
      return `Returns ${call.isList ? 'an array of' : 'a'} \`${title}\` ${status}.`;
    case 'label':
      return `Response (\`${reason}\`): ${call.isList ? `array of ${linkTo(title, page.manner)}` : linkTo(title, page.manner)}`;
    case 'participle': {
      const participle = participles[call.method] ?? 'requested';
      const link = linkTo(title, page.manner);
      return call.isList
        ? `Returns all ${participle} ${link} objects ${status}.`
        : `Returns the ${participle} ${link} ${status}.`;
    }
  }
}
