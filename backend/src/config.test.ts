import { readConfig } from './config';

const least = { MONGODB_URI: 'mongodb://127.0.0.1:27017/x', KEY_FILE: '/keys/master' };

test('the least environment is enough, and is no demonstration', () => {
  expect(readConfig(least)).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    demo: false,
    proxyCount: 0,
    allowedOrigins: [],
  });
  expect(readConfig({ ...least, PORT: '', ALLOWED_ORIGINS: 'https://a.example, https://b.example' })).toMatchObject({
    port: 8080,
    allowedOrigins: ['https://a.example', 'https://b.example'],
  });
});

test('every wrong variable is named with what it should be, and no value is shown', () => {
  const secret = 'mysql://user:hunter2@host';
  const wrong = {
    MONGODB_URI: secret,
    PORT: 'eighty',
    METRICS_TOKEN: 'short',
    PUBLIC_URL: 'javascript:1',
    DEMO: 'yes',
    WECHAT_TEMPLATES: '{"BOUGHT":{"id":"x","fields":{"thing1":"NAME"}}}',
  };
  let message = '';
  try {
    readConfig(wrong);
  } catch (error) {
    message = String(error);
  }
  for (const name of ['MONGODB_URI', 'PORT', 'METRICS_TOKEN', 'PUBLIC_URL', 'DEMO', 'KEY_FILE', 'WECHAT_TEMPLATES'])
    expect(message).toContain(`  ${name}: `);
  expect(message).not.toContain('hunter2');
});

test('templates of messages are read from JSON, and what is no JSON is named', () => {
  const text = '{"BOUGHT":{"id":"tpl","fields":{"thing1":"TEXT","time2":"TIME"}}}';
  expect(readConfig({ ...least, WECHAT_TEMPLATES: text }).wechat.templates).toEqual(JSON.parse(text));
  expect(readConfig(least).wechat.templates).toEqual({});
  expect(() => readConfig({ ...least, WECHAT_TEMPLATES: '{BOUGHT' })).toThrow('WECHAT_TEMPLATES: JSON');
});

test('a clock that is moved by hand is refused outside the demonstration', () => {
  const moved = { ...least, DEMO_CLOCK_FILE: '/tmp/clock' };
  expect(readConfig({ ...moved, DEMO: '1' }).demoClockFile).toBe('/tmp/clock');
  expect(readConfig({ ...least, DEMO: '1' }).demoClockFile).toBeUndefined();
  for (const demo of ['0', '', undefined])
    expect(() => readConfig({ ...moved, DEMO: demo })).toThrow('  DEMO_CLOCK_FILE: only with DEMO=1');
});
