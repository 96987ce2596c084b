/** As the extension's own bundler gives it: where the worker's script stands. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
