import type { Page } from './page.ts';
import type { Manner } from './manner.ts';
import type { Thing } from './things.ts';

/** The name of an object, under which the page notes it: after the word, numbered where that is another object. */
export function objectFor(word: string, things: readonly Thing[], { objects }: Pick<Page, 'objects'>): string {
  const words = word.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[ _-]+/);
  const base = words.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ');
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? base : `${base} ${number}`;
    const before = objects.get(title);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(things)) continue;
    objects.set(title, things);
    return title;
  }
}

/** The heading of the section of an object. */
export function headingOf(title: string, { objectTitle }: Manner): string {
  switch (objectTitle) {
    case 'Box':
      return title;
    case 'The Box object':
      return `The ${title} object`;
    case 'Box object':
      return `${title} object`;
    case '`Box`':
      return `\`${title}\``;
  }
}

/** The file of an object that has a page of its own. */
export const objectFile = (title: string): string => `${title.toLowerCase().replaceAll(' ', '-')}.md`;

/** A link to an object, by its name. */
export function linkTo(title: string, manner: Manner): string {
  const anchor = headingOf(title, manner).toLowerCase().replaceAll('`', '').replaceAll(' ', '-');
  return `[${title}](${manner.objects === 'on pages of their own' ? objectFile(title) : `#${anchor}`})`;
}
