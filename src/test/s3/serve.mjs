// Serves S3 on a free port of loopback, which it prints, out of a folder: node serve.mjs FOLDER BUCKET
import S3rver from "s3rver";

const [directory, bucket] = process.argv.slice(2);
const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: bucket }],
});
console.log((await server.run()).port);
