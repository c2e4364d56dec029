import { Parser } from 'htmlparser2';

// The only import of htmlparser2.

/**
 * The attributes of a tag from the text between its name and its `>`, character references decoded. Names keep
 * their case and prefix (`:required`, `#curl`); of two of the same name the first counts (WHATWG HTML, section
 * 13.2.5.33).
 */
export function elementAttributes(source: string): Readonly<Record<string, string>> {
  if (source.trim() === '') return {};
  const found = new Map<string, string>();
  const parser = new Parser(
    {
      onattribute(name, value) {
        if (!found.has(name)) found.set(name, value);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(`<x ${source}>`);
  return Object.fromEntries(found);
}

/** The text an HTML fragment shows: tags dropped, character references decoded. */
export function elementText(source: string): string {
  let text = '';
  const parser = new Parser({
    ontext(data) {
      text += data;
    },
  });
  parser.end(source);
  return text;
}

/** What `readHtml` tells of, in the order of the text. Offsets are those of the first character. */
export interface HtmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, offset: number): void;
  text(text: string, offset: number): void;
  /** An element ends, where its end tag stands or where HTML takes it to end. */
  close(name: string, offset: number): void;
}

/** Reads an HTML document (WHATWG HTML, section 13.2) part by part, character references decoded, comments left out. */
export function readHtml(source: string, reader: HtmlReader): void {
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
      ontext: (text) => reader.text(text, parser.startIndex),
      onclosetag: (name) => reader.close(name, parser.startIndex),
    },
    { decodeEntities: true },
  );
  parser.end(source);
}
