/** Radicals of the supplement block and the characters that fonts draw with them. */
const supplement =
  '⺁厂⺃乚⺄乙⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟';

function pairs(text: string): ReadonlyMap<string, string> {
  const characters = Array.from(text);
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    map.set(characters[at] ?? '', characters[at + 1] ?? '');
  return map;
}

const unified = pairs(supplement);

/**
 * PDFs map many glyphs to radicals (⼈, ⺠) that only look like the characters meant (人, 民), and to ligatures and forms of
 * other scripts: gives the plain characters. Zero-width and control characters go.
 */
export function plainCharacters(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2eff]/gu, (radical) => unified.get(radical) ?? radical)
    .replaceAll(/[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/gu, (each) => each.normalize('NFKC'))
    .replaceAll(/(?![\t\n\r\f])\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '');
}
