// A program of somebody who uses openapi-typescript and openapi-fetch: node use_openapi_fetch.js SITE
import createClient from "openapi-fetch";

import type { paths } from "./made/openapi-typescript";

async function main(site: string): Promise<void> {
  const client = createClient<paths>({ baseUrl: site });
  const wages = await client.GET("/api/v1/wages/", {
    params: { query: { occupation: ["29-2072", "29-2071"], place: ["US"], release: ["may-2024"] } },
  });
  const career = await client.GET("/api/v1/careers/{slug}/", {
    params: { path: { slug: "medical-records-administrator" } },
  });
  const refused = await client.GET("/api/v1/wages/", { params: { query: { occupation: ["no-such-code"] } } });
  const median: number | null | undefined = wages.data?.results[0].annual_median;
  const title: string | undefined = career.data?.title;
  console.log(JSON.stringify({ median, title, refused: refused.error?.errors[0].code }));
}

void main(process.argv[2]);
