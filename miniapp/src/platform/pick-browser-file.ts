import { fileFromBlob, type LocalFile } from './local-file';

/** Opens the browser's file chooser; undefined when it was closed without a choice. Browser only. */
export function pickBrowserFile(accept: string, useCamera: boolean): Promise<LocalFile | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    if (useCamera) input.setAttribute('capture', 'environment');
    const finish = () => {
      const file = input.files?.[0];
      input.remove();
      resolve(file === undefined ? undefined : fileFromBlob(file));
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    // some browsers ignore a click on an input outside the page
    document.body.append(input);
    input.click();
  });
}
