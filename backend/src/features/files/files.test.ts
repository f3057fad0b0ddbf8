import { readFile, uploadFile } from '.';
import {
  aPhoto,
  county,
  deps,
  entitled,
  looks,
  newId,
  refusal,
  sender,
  setTheScene,
  somebody,
} from './testing/file-scene';
import { webmOf } from './voice/sound.fixture';

setTheScene();

describe('voice notes', () => {
  const webm = webmOf(20);

  test('when a recording comes, it is kept as it is under its own kind, whatever it was called', async () => {
    const id = newId();
    const view = await uploadFile(deps, sender, { id, purpose: 'VOICE_NOTE', bytes: webm });
    expect(view).toMatchObject({ kind: 'VOICE', bytes: webm.length });
    expect(await readFile(deps, sender, id)).toEqual({ contentType: 'audio/webm', bytes: webm });
  });

  test('when it plays longer than a minute, or no sound is in it, it is refused however small it is', async () => {
    expect(await refusal(webmOf(60), 'VOICE_NOTE')).toBe('stored');
    expect(await refusal(webmOf(63), 'VOICE_NOTE')).toBe('body-too-large');
    const silent = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(500, 3)]);
    expect(await refusal(silent, 'VOICE_NOTE')).toBe('unsupported-media');
  });

  test('when it is a photo, too long or carries a page, it is refused', async () => {
    expect(await refusal(await aPhoto(), 'VOICE_NOTE')).toBe('unsupported-media');
    expect(await refusal(Buffer.concat([webm, Buffer.from('<html>')]), 'VOICE_NOTE')).toBe('unsupported-media');
    expect(await refusal(Buffer.concat([webm, Buffer.alloc(1024 * 1024)]), 'VOICE_NOTE')).toBe('body-too-large');
  });
});

describe('one file', () => {
  test('when it is sent again, also at once, it answers the first result; other content or another person is refused', async () => {
    const id = newId();
    const bytes = await aPhoto();
    const send = (who = sender, what = bytes) => uploadFile(deps, who, { id, purpose: 'DROP_PROOF', bytes: what });
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(send(somebody())).rejects.toMatchObject({ type: 'id-taken' });
    await expect(send(sender, await aPhoto(300, 300))).rejects.toMatchObject({ type: 'id-taken' });
  });

  test('when somebody is not entitled, the file is not found; the entitled look at a prescription is recorded', async () => {
    const id = newId();
    const doctor = somebody();
    await uploadFile(deps, sender, { id, purpose: 'PRESCRIPTION', bytes: await aPhoto() });
    await expect(readFile(deps, doctor, id)).rejects.toMatchObject({ type: 'not-found' });
    expect(looks).toEqual([]);
    entitled.push(doctor.personId);
    expect((await readFile(deps, doctor, id)).contentType).toBe('image/jpeg');
    expect(looks).toEqual([id]);
  });

  test('when it lies in the database, it is unreadable, and destroying the key makes it so for ever', async () => {
    const id = newId();
    await uploadFile(deps, sender, { id, purpose: 'RECEIPT', bytes: await aPhoto() });
    const stored = await deps.files.whole(id);
    expect(stored?.content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    await deps.vault.destroy(county, 'epidemic');
    await expect(readFile(deps, sender, id)).rejects.toMatchObject({ type: 'not-found' });
  });
});
