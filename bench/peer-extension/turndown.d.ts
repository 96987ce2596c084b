declare module 'turndown' {
  export default class TurndownService {
    turndown(html: string): string;
  }
}
