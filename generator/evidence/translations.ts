/** English words by what other languages say for them, whole headers of columns and cells first: German, Spanish, French, Portuguese, Italian, Russian. */
const phrases: Readonly<Record<string, string>> = {
  name: 'nombre|nom|nome|имя|название|feldname|parametername|bezeichner',
  field: 'feld|campo|champ|поле',
  parameter: 'parámetro|parametro|paramètre|parametre|parâmetro|параметр',
  type: 'typ|tipo|datentyp|tipo de dato|tipo de datos|tipo de dado|type de données|тип',
  required:
    'pflicht|pflichtfeld|erforderlich|obligatorio|obligatoria|requerido|obligatoire|requis|obrigatório|obrigatorio|obbligatorio|обязательный|обязательно|обязательность',
  optional: 'opcional|optionnel|facultatif|facultativo|opzionale',
  description:
    'beschreibung|bedeutung|bemerkung|erklärung|descripción|descripcion|descrição|descricao|descrizione|описание|значение',
  'default value':
    'standardwert|vorgabe|vorgabewert|por defecto|valor por defecto|valor predeterminado|par défaut|défaut|valeur par défaut|padrão|valor padrão|по умолчанию',
  example: 'beispiel|beispielwert|ejemplo|exemple|exemplo|esempio|пример',
  'possible values': 'werte|mögliche werte|erlaubte werte|valores|valores posibles|valeurs possibles|valores possíveis',
  'status code': 'statuscode|código|codigo|código de estado|code statut|код',
  yes: 'ja|sí|si|oui|sim|да',
  no: 'nein|não|nao|non|нет',
};

/** Words of headings, in the same languages. */
const words: Readonly<Record<string, string>> = {
  response:
    'antwort antworten antwortfelder respuesta respuestas réponse réponses reponse resposta respostas risposta ответ ответа',
  request: 'anfrage petición peticion solicitud requête requete requisição requisicao richiesta запрос запроса',
  parameters:
    'parámetro parámetros parametro parametros paramètre paramètres parâmetro parâmetros parametri параметр параметры felder campos champs',
  query: 'consulta abfrage',
  'query parameters': 'abfrageparameter',
  path: 'ruta pfad chemin caminho пути',
  'path parameters': 'pfadparameter',
  headers:
    'cabecera cabeceras encabezado encabezados kopfzeile kopfzeilen en-tête en-têtes entêtes cabeçalho cabeçalhos заголовки',
  body: 'cuerpo corps corpo тело anfragekörper rumpf',
  example: 'beispiel beispiele ejemplo ejemplos exemple exemples exemplo exemplos esempio esempi пример примеры',
  'example response': 'beispielantwort',
  'example request': 'beispielanfrage',
  error: 'fehler fehlercodes errores erreur erreurs erro erros errore errori ошибка ошибки',
  success: 'éxito exitosa exitoso erfolgreich erfolgreiche succès sucesso',
  method: 'método metodo methode méthode метод',
  status: 'estado statut',
};

/** Words that only join others, left out where others are known. */
const joining = new Set(
  'de del des der die das du d la le les el los las da do dos para pour mit von für en'.split(' '),
);

/** What Chinese, Japanese and Korean pages write without spaces; of two that begin alike the longer counts. */
const segments: Readonly<Record<string, string>> = {
  ' request parameters ': '请求参数|請求參數|入参',
  ' request example ': '请求示例|请求样例|請求範例|调用示例',
  ' request body ': '请求体|请求正文|請求主體',
  ' request headers ': '请求头部|请求头|請求標頭',
  ' method ': '请求方式|请求方法|请求类型|請求方法|メソッド|메서드',
  ' url ': '请求地址|请求路径|请求url|接口地址|接口路径|接口url|請求網址',
  ' path parameters ': '路径参数|路徑參數',
  ' query parameters ': '查询参数|查詢參數',
  ' response parameters ':
    '返回参数|响应参数|返回字段|响应字段|返回结果|返回值|返回数据|响应数据|出参|回應參數|回傳參數',
  ' response example ': '返回示例|响应示例|返回样例|响应样例|回應範例|回傳範例',
  ' response ': '响应|返回|回應|回傳|レスポンス|응답',
  ' request ': '请求|請求|リクエスト|요청',
  ' name ': '参数名称|参数名|字段名称|字段名|变量名|名称|名字|參數名稱|參數名|名稱|名前|項目名|項目|キー|이름',
  ' field ': '字段|欄位|フィールド|필드',
  ' parameters ': '参数|參數|パラメーター|パラメータ|파라미터|매개변수',
  ' type ': '参数类型|数据类型|字段类型|类型|類型|型別|データ型|タイプ|型|타입|유형|자료형',
  ' required ': '是否必须|是否必填|是否必选|是否必需|必填|必选|必须|必需|必須|필수',
  ' optional ': '可选|选填|非必填|可選|選填|任意|省略可|선택',
  ' description ': '参数说明|说明|描述|备注|含义|說明|備註|説明|備考|설명|비고',
  ' default value ': '默认值|缺省值|默认|預設值|デフォルト値|デフォルト|既定値|기본값',
  ' example ': '示例值|示例|样例|範例|サンプル|例|예시|예제',
  ' possible values ': '取值范围|可选值|取值|枚举值',
  ' header ': 'ヘッダー|ヘッダ|헤더',
  ' body ': 'ボディ|本文|본문',
  ' path ': 'パス|路径|路徑|경로',
  ' query ': 'クエリ|查询|쿼리',
  ' error ': '错误码|错误|錯誤碼|錯誤|エラー|오류',
  ' status code ': '状态码|狀態碼|ステータスコード',
  ' yes ': '是|○|◯|〇|예',
  ' no ': '否|×|아니오',
  ' ': '的|の|：|、',
};

/** Words for types. */
const types: Readonly<Record<string, string>> = {
  string: 'cadena|texto|chaîne|chaine|chaîne de caractères|zeichenkette|zeichenfolge|строка|字符串|字串|文字列|문자열',
  integer: 'entero|entier|ganzzahl|inteiro|intero|целое|целое число|整数|整型|整數|정수',
  number: 'número|numero|nombre|zahl|число|数字|数值|数値|數字|숫자',
  boolean: 'booleano|booléen|boolesch|boolescher wert|wahrheitswert|логический|布尔|布尔值|布尔型|布林|真偽値|불리언',
  object: 'objeto|objet|objekt|oggetto|объект|对象|物件|オブジェクト|객체',
  array: 'arreglo|lista|liste|tableau|matriz|массив|数组|陣列|配列|배열',
};

const typeNames = turned(types, /\|/);

/** The English word for a type of another language; any other text as it is. Gives no diagnostics. */
export function typeInEnglish(text: string): string {
  return text.length > longest ? text : (typeNames.get(text.toLowerCase().trim()) ?? text);
}

const wholes = turned(phrases, /\|/);
const singles = turned(words, /\s/);
const pieces = turned(segments, /\|/);
const piece = new RegExp([...pieces.keys()].toSorted((left, right) => right.length - left.length).join('|'), 'g');

/** What is longer is no heading, header or cell of one word. */
const longest = 80;

function turned(table: Readonly<Record<string, string>>, separator: RegExp): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([english, list]) => list.split(separator).map((one) => [one, english] as const)),
  );
}

/**
 * A heading, the header of a column or a short cell in another language as the English words that say the same, where they are
 * usual ones; any other text as it is. Gives no diagnostics.
 */
export function inEnglish(text: string): string {
  if (text.length > longest) return text;
  const plain = text.toLowerCase().trim();
  if (/[\u3000-\u9fff\uac00-\ud7ff○◯×]/.test(plain))
    return plain
      .replaceAll(piece, (one) => pieces.get(one) ?? one)
      .replaceAll(/ {2,}/g, ' ')
      .trim();
  const whole = wholes.get(plain);
  if (whole !== undefined) return whole;
  const parts = plain.split(/(?<=[^\p{L}\d-])|(?=[^\p{L}\d-])/u);
  if (!parts.some((part) => singles.has(part))) return text;
  return parts
    .map((part) => singles.get(part) ?? (joining.has(part) ? '' : part))
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
