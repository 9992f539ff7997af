import type { Command } from '../../shared/domain/command.ts';
import { commandSchema } from '../../shared/domain/command.ts';
import { type TextPlace, withText } from './full-commands.ts';

/** Runs where it is taken for a program; asks for a picture where it is taken for a page. */
export const PAYLOADS = [
  '<script>window.ran=1;alert(1)</script>',
  '<img src=/hostile.png onerror="window.ran=1;alert(1)">',
  '"><svg onload=window.ran=1;alert(1)>',
  "'-alert(window.ran=1)-'",
  'javascript:alert(window.ran=1)//',
  '<a href="javascript:alert(window.ran=1)">x</a>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<style>*{display:none!important}</style>',
  '<link rel=stylesheet href=https://evil.example/hostile.css>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<math><mtext></form><form><mglyph><style></math><img src=/hostile.png onerror=alert(1)>',
  '${window.ran=1}{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;&#60;script&#62;',
  'x" style="position:fixed;inset:0;background:url(https://evil.example/hostile.png)"',
  '<!--><script>alert(1)--></script>]]>',
  '`;alert(window.ran=1);//\\u003cscript\\u003e',
  'مؤتمر عبر الإنترنت שלום <b onclick=alert(1)>',
  '👨‍👩‍👧👍🏽❤️🏳️<marquee onstart=alert(1)>',
  `${'W'.repeat(200)}<u onmouseover=alert(1)>`,
] as const;

const LONG = 2_000;

/** Every place of text filled with attacks, each with others in front, as long as it may be. */
export class HostileText {
  #turn = 0;

  fill(command: Command, places: readonly TextPlace[]): Command {
    let filled = command;
    for (const { path, max } of places) {
      const taken = commandSchema.safeParse(withText(filled, path, this.#next(max ?? 40))).data;
      if (taken !== undefined) filled = taken;
    }
    return filled;
  }

  /** Where a text is not sent by a command. */
  line(max: number): string {
    return this.#next(max);
  }

  /** Cut between attacks where it can be: half of one does no harm. */
  #next(max: number): string {
    this.#turn += 1;
    const turned = PAYLOADS.map((_, i) => PAYLOADS[(i + this.#turn) % PAYLOADS.length] ?? '');
    const most = Math.min(max, LONG);
    const fitting = turned.filter(({ length }) => length <= most - 4);
    let text = `${this.#turn} `;
    for (const one of fitting) if (text.length + one.length < most) text += one;
    return text.trim();
  }
}
