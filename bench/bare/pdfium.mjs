// The wrapper around PDFium and nothing else: opens one file and takes the text of each page.
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const library = await PDFiumLibrary.init();
const document = await library.loadDocument(await readFile(process.argv[2]));
let characters = 0;
for (const page of document.pages()) characters += page.getText().length;
console.log(JSON.stringify({ pages: document.getPageCount(), characters, rss: process.memoryUsage.rss() }));
document.destroy();
library.destroy();
