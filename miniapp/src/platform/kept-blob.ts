const databaseName = 'kept-files';
const storeName = 'files';

/** Where a browser has no database (private mode), content lives as long as the page. */
const memory = new Map<string, Blob>();

function open(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(undefined);
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => resolve(undefined);
  });
}

/** Runs one request in a transaction; undefined when the browser refuses. */
async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const database = await open();
  if (database === undefined) return undefined;
  try {
    return await new Promise<T | undefined>((resolve) => {
      const transaction = database.transaction(storeName, mode);
      const asked = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => resolve(undefined);
      transaction.onabort = () => resolve(undefined);
    });
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/** Keeps content in the browser's database; false when it will not outlive the page. */
export async function keepBlob(id: string, blob: Blob): Promise<boolean> {
  memory.set(id, blob);
  return (await run('readwrite', (store) => store.put(blob, id))) !== undefined;
}

/** Content kept under an id. */
export async function keptBlob(id: string): Promise<Blob | undefined> {
  const stored = await run<unknown>('readonly', (store) => store.get(id));
  return stored instanceof Blob ? stored : memory.get(id);
}

/** Forgets one, or all. */
export async function removeBlobs(id?: string): Promise<void> {
  if (id === undefined) memory.clear();
  else memory.delete(id);
  await run('readwrite', (store) => (id === undefined ? store.clear() : store.delete(id)));
}
