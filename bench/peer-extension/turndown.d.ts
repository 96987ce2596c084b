declare module 'turndown' {
  export default class TurndownService {
    turndown(html: string): string;
    addRule(
      key: string,
      rule: {
        readonly filter: string | readonly string[];
        readonly replacement: (content: string) => string;
      },
    ): this;
  }
}
