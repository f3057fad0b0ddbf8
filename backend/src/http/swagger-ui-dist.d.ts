declare module 'swagger-ui-dist' {
  /** The folder with the files of the page. */
  export function absolutePath(): string;
}
