/** What is looked at of a statement: a declaration has a name, and is exported unless it says otherwise. */
interface Statement {
  readonly kind: string;
  readonly name?: string;
  readonly exported?: boolean;
}

/**
 * The statements without the constants and functions that are not exported and that nothing else needs: code that was
 * made may not have been wanted after all, and strict compilers refuse it then. Order is kept; names that only stand in
 * a text count as needed.
 */
export function neededStatements<S extends Statement>(statements: readonly S[]): readonly S[] {
  const locals = new Map(statements.filter(isLocal).map((statement) => [statement.name ?? '', statement]));
  if (locals.size === 0) return statements;
  const needed = new Set<S>();
  const pending = statements.filter((statement) => !isLocal(statement));
  for (let statement = pending.pop(); statement; statement = pending.pop()) {
    for (const word of words(statement)) {
      const local = locals.get(word);
      if (local === undefined || needed.has(local)) continue;
      needed.add(local);
      pending.push(local);
    }
  }
  return needed.size === locals.size ? statements : statements.filter((one) => !isLocal(one) || needed.has(one));
}

function isLocal(statement: Statement): boolean {
  return (statement.kind === 'const' || statement.kind === 'function') && statement.exported === false;
}

function* words(statement: Statement): Generator<string> {
  for (const [key, part] of Object.entries(statement)) {
    if (key === 'docs' || key === 'kind' || key === 'name') continue;
    const text = typeof part === 'string' ? part : JSON.stringify(part);
    for (const [word] of text.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu)) yield word;
  }
}
