// Shows the data of the page. Whatever comes from a document becomes text by `textContent`, never markup.

/**
 * @typedef {{ document: string, line: number, endLine?: number }} Place
 * @typedef {{ kind: string, text: string, location: Place }} Part
 * @typedef {{ path: string, text: string, unread: Part[] }} Doc
 * @typedef {{ subject?: string, loser: string, winner?: string, rule?: string, places: Place[], target?: string, decided: boolean }} Conflict
 * @typedef {{ target: string, text: string, places: Place[] }} Uncertain
 * @typedef {{ name: string, counts: Record<string, number>, documents: Doc[], conflicts: Conflict[], texts: Conflict[], uncertain: Uncertain[],
 *   spec: string, links: [specLine: number, document: number, line: number, endLine: number][] }} Api
 */

(() => {
  /** @type {{ apis: Api[] }} */
  const { apis } = JSON.parse(find('data').textContent ?? '');
  /** How many lines are laid out together: those out of sight cost nothing. */
  const chunkSize = 100;

  /** @param {string} id */
  function find(id) {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`no element "${id}"`);
    return element;
  }

  /**
   * @param {string} tag
   * @param {string} text
   * @param {string} [className]
   */
  function make(tag, text, className) {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className !== undefined) element.className = className;
    return element;
  }

  /**
   * A link that `action` follows, by mouse or keyboard.
   *
   * @param {string} text
   * @param {string} target
   * @param {() => void} action
   */
  function link(text, target, action) {
    const element = /** @type {HTMLAnchorElement} */ (make('a', text));
    element.href = target;
    element.addEventListener('click', (event) => {
      event.preventDefault();
      action();
    });
    return element;
  }

  /** @param {Place} place */
  function placeText({ document: path, line, endLine }) {
    return `${path}:${line}${endLine !== undefined && endLine > line ? `-${endLine}` : ''}`;
  }

  /** @param {Place} place */
  function placeLink(place) {
    const { line, endLine = line } = place;
    return link(placeText(place), `#document-${line}`, () => showDocument(place.document, line, endLine));
  }

  /** @type {Api} */
  let api;
  /** @type {Map<number, { document: number, line: number, endLine: number }[]>} */
  let bySpecLine;
  /** For each document, the lines of the spec that a line of it led to. @type {Map<number, number[]>[]} */
  let byDocumentLine;

  /** @param {number} index */
  function showApi(index) {
    api = apis[index] ?? apis[0];
    indexLinks();
    const { counts, documents, conflicts, texts, uncertain } = api;
    find('counts').textContent =
      `${counts.conflict} open conflicts, ${counts.uncertain} uncertain, ${counts.unread} parts not understood in ${documents.length} documents`;
    fill(find('conflicts').querySelector('ol'), [...conflicts].sort(openFirst).map(conflictItem));
    fill(find('texts').querySelector('ul'), texts.map(conflictItem));
    fill(find('uncertain').querySelector('ul'), uncertain.map(uncertainItem));
    const unread = documents.flatMap((one) => one.unread);
    fill(find('unread').querySelector('ul'), unread.map(unreadItem));
    const options = documents.map(({ path }, at) => option(path, at));
    find('document').replaceChildren(...options);
    showSpec();
    if (documents[0] !== undefined) showDocument(documents[0].path);
  }

  function indexLinks() {
    bySpecLine = new Map();
    byDocumentLine = api.documents.map(() => new Map());
    for (const [specLine, document, line, endLine] of api.links) {
      const places = bySpecLine.get(specLine) ?? [];
      places.push({ document, line, endLine });
      bySpecLine.set(specLine, places);
      for (let next = line; next <= endLine; next += 1) {
        const lines = byDocumentLine[document].get(next) ?? [];
        if (!lines.includes(specLine)) lines.push(specLine);
        byDocumentLine[document].set(next, lines);
      }
    }
  }

  /**
   * @param {Conflict} left
   * @param {Conflict} right
   */
  function openFirst(left, right) {
    return Number(left.decided) - Number(right.decided);
  }

  /**
   * @param {Element | null} list
   * @param {HTMLElement[]} items
   */
  function fill(list, items) {
    list?.replaceChildren(...(items.length > 0 ? items : [make('li', 'none')]));
  }

  /** @param {Conflict} conflict */
  function conflictItem({ subject, loser, winner, rule, places, target, decided }) {
    const item = make('li', '', decided ? 'decided' : 'open');
    const [lost, won] = places;
    item.append(`${decided ? 'decided: ' : ''}${subject === undefined ? '' : `${subject}: `}${loser} `);
    if (lost !== undefined) item.append(placeLink(lost));
    if (winner !== undefined) item.append(` is overruled by ${winner} `);
    if (won !== undefined) item.append(placeLink(won));
    if (rule !== undefined) item.append(make('div', `Rule: ${rule}`, 'rule'));
    if (target !== undefined) item.append(make('code', target));
    return item;
  }

  /** @param {Uncertain} uncertain */
  function uncertainItem({ target, text, places }) {
    const item = make('li', `${text} `);
    for (const place of places.slice(0, 3)) item.append(placeLink(place), ' ');
    item.append(make('code', target));
    return item;
  }

  /** @param {Part} part */
  function unreadItem({ kind, text, location }) {
    const item = make('li', '');
    item.append(placeLink(location), ` ${kind}: ${text}`);
    return item;
  }

  /**
   * @param {string} text
   * @param {number} value
   */
  function option(text, value) {
    const element = /** @type {HTMLOptionElement} */ (make('option', text));
    element.value = String(value);
    return element;
  }

  function showSpec() {
    const rows = api.spec.split('\n').map((text, index) => {
      const [place] = bySpecLine.get(index + 1) ?? [];
      const action =
        place === undefined
          ? undefined
          : () => showDocument(api.documents[place.document].path, place.line, place.endLine);
      return row('spec', index + 1, text, action);
    });
    showRows('spec', rows);
  }

  /**
   * @param {string} path
   * @param {number} [from]
   * @param {number} [to]
   */
  function showDocument(path, from, to) {
    const index = api.documents.findIndex((one) => one.path === path);
    const shown = api.documents[index];
    if (shown === undefined) return;
    const select = /** @type {HTMLSelectElement} */ (find('document'));
    const isNew = select.value !== String(index) || find('text').dataset['path'] !== path;
    select.value = String(index);
    if (isNew) {
      const unread = new Set(shown.unread.flatMap(({ location }) => linesOf(location)));
      const rows = shown.text.split('\n').map((text, at) => {
        const [specLine] = byDocumentLine[index]?.get(at + 1) ?? [];
        const action = specLine === undefined ? undefined : () => highlight('spec', specLine, specLine);
        const element = row('document', at + 1, text, action);
        element.classList.toggle('read', specLine !== undefined);
        element.classList.toggle('unread', specLine === undefined && unread.has(at + 1));
        return element;
      });
      showRows('text', rows);
      find('text').dataset['path'] = path;
    }
    if (from !== undefined) highlight('document', from, to ?? from);
  }

  /** @param {Place} place */
  function linesOf({ line, endLine = line }) {
    return Array.from({ length: endLine - line + 1 }, (_, index) => line + index);
  }

  /**
   * @param {string} side
   * @param {number} number
   * @param {string} text
   * @param {(() => void) | undefined} action
   */
  function row(side, number, text, action) {
    const element = make('div', '', 'row');
    element.id = `${side}-${number}`;
    const label = action === undefined ? make('span', String(number)) : link(String(number), `#${element.id}`, action);
    label.classList.add('number');
    element.append(label, make('span', text === '' ? ' ' : text));
    return element;
  }

  /**
   * @param {string} id
   * @param {HTMLElement[]} rows
   */
  function showRows(id, rows) {
    const chunks = [];
    for (let at = 0; at < rows.length; at += chunkSize) {
      const chunk = make('div', '', 'chunk');
      chunk.append(...rows.slice(at, at + chunkSize));
      chunks.push(chunk);
    }
    find(id).replaceChildren(...chunks);
  }

  /**
   * Marks lines of one side, brings them into view, and goes on from there with the keyboard.
   *
   * @param {string} side
   * @param {number} from
   * @param {number} to
   */
  function highlight(side, from, to) {
    for (const old of document.querySelectorAll(`#${side === 'spec' ? 'spec' : 'text'} .shown`))
      old.classList.remove('shown');
    for (let line = from; line <= to; line += 1) document.getElementById(`${side}-${line}`)?.classList.add('shown');
    const first = document.getElementById(`${side}-${from}`);
    first?.scrollIntoView({ block: 'center' });
    const label = first?.querySelector('a') ?? find(side === 'spec' ? 'spec' : 'text');
    label.focus({ preventScroll: true });
  }

  find('api').replaceChildren(...apis.map(({ name }, index) => option(name, index)));
  find('api').addEventListener('change', (event) =>
    showApi(Number(/** @type {HTMLSelectElement} */ (event.target).value)),
  );
  find('document').addEventListener('change', (event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    const chosen = api.documents[Number(value)];
    find('text').dataset['path'] = '';
    if (chosen !== undefined) showDocument(chosen.path);
  });
  showApi(0);
})();
