// A program of somebody who uses hey-api: node use_hey_api.js SITE
import { oneCareer, wages } from "./made/hey-api";
import { client } from "./made/hey-api/client.gen";

async function main(site: string): Promise<void> {
  client.setConfig({ baseUrl: site });
  const page = await wages({ query: { occupation: ["29-2072", "29-2071"], place: ["US"], release: ["may-2024"] } });
  const career = await oneCareer({ path: { slug: "medical-records-administrator" } });
  const refused = await wages({ query: { occupation: ["no-such-code"] } });
  const median: number | null | undefined = page.data?.results[0].annual_median;
  const title: string | undefined = career.data?.title;
  console.log(JSON.stringify({ median, title, refused: refused.error?.errors[0].code }));
}

void main(process.argv[2]);
