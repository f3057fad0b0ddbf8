/** Alone, without the page's scripts, which the package's main entry would run. */
declare module 'swagger-ui-dist/absolute-path' {
  /** The folder with the files of the page. */
  export default function absolutePath(): string;
}
