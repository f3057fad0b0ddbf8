import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
/** Chinese signs and the marks that go with them. */
const chinese = /[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]/;
const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm;

/** Words that are no words of the interface: read from what people type, or shown to nobody but us. */
const elsewhere = [
  ...['text/', 'pages/gallery/', 'api/testing/', 'app.config.ts', 'features/deliveries/grid-desk/goods-words.ts'],
  // a language is called by its own name whatever is chosen
  'features/identity/settings-screen.tsx',
  // marks between words of people who come and of notices are written in place
  ...['features/returnees/', 'features/notices/'],
  // what is put together and sent, for people here to read
  'features/deliveries/changes/redirect-form.tsx',
];

function sources(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(file) && !/\.(test|fixture|config)\.tsx?$/.test(file) ? [file] : [];
  });
}

test('every word of the interface stands in a table, where it has its English', () => {
  const found = sources()
    .filter((file) => !elsewhere.some((each) => file.startsWith(each)))
    .flatMap((file) => {
      const code = readFileSync(path.join(root, file), 'utf8').replace(comments, '');
      const lines = code.split('\n').filter((line) => chinese.test(line));
      return lines.map((line) => `${file}: ${line.trim()}`);
    });
  expect(found).toEqual([]);
});
