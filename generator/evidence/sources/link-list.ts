import type { Source } from '../evidence.ts';

const title = /^# {1,3}(\S.{0,200})$/;

/**
 * The list of a site's pages that is kept for language models (llms.txt, "The /llms.txt file"): its title is that of the API.
 * Which pages it lists is no fact; they are read where they are among the documents. Gives no diagnostics.
 */
export const linkList: Source = {
  name: 'link-list',
  sniff({ path, text }) {
    const isNamed = /(?:^|\/)llms\.txt$/i.test(path);
    return isNamed && /^[-*] \[[^\]\n]{1,300}\]\(/m.test(text)
      ? { score: 1, reason: 'its name is llms.txt and it lists links' }
      : { score: 0, reason: 'no list of pages for language models' };
  },
  read({ path, text }) {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => title.test(line.trimEnd()));
    const shown = title.exec(lines[at]?.trimEnd() ?? '')?.[1];
    if (shown === undefined) return [];
    const location = { document: path, line: at + 1 };
    const fact = { kind: 'title', text: shown } as const;
    return [{ subject: { kind: 'api' }, fact, location, method: 'prose', confidence: 'medium' }];
  },
};
