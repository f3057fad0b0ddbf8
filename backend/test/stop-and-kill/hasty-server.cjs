// PLANTED FAULTS for the controls: answers before it has written, and on SIGTERM it is gone at once.
const { createServer } = require('node:http');
const { MongoClient } = require('mongoose').mongo;

const answerAfterMs = 30;
const writeAfterMs = 150;

async function main() {
  const client = await MongoClient.connect(process.env.MONGODB_URI);
  const tasks = client.db().collection('tasks');
  const server = createServer((request, response) => {
    const [, record] = /deliveries\/([^/]+)\/note/.exec(request.url) ?? [];
    if (!record) return response.end('ready');
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { opId } = JSON.parse(text);
      setTimeout(() => response.end('{}'), answerAfterMs);
      setTimeout(() => tasks.updateOne({ _id: record }, { $push: { history: { opId } } }), writeAfterMs);
    });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
}

main();
