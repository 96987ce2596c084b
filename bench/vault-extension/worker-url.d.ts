/** As in the extension's own bundler: the address of the worker's script. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
