import handlebars from 'handlebars';
import { readAsset } from './assets.ts';

// The only import of handlebars.

/** What a template is shown: texts, ready to print, and lists of such views. Templates decide nothing else. */
export interface TemplateView {
  readonly [name: string]: string | boolean | TemplateView | readonly TemplateView[] | undefined;
}

/** Renders `templates/package/<name>.hbs`, see `renderPage`. */
export function renderTemplate(name: string, view: TemplateView): string {
  return renderPage(`package/${name}.hbs`, view);
}

/**
 * Renders the template at a path under `templates/`. Texts are printed as they are, so a view holds only what is safe in the
 * format at hand. A name that the view lacks throws.
 */
export function renderPage(path: string, view: TemplateView): string {
  const template = handlebars.compile<TemplateView>(readAsset(path), {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return `${template(view).trim()}\n`;
}
