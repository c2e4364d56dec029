import { namelessText } from '/work/main/generator/evidence/sources/nameless-text.ts';
import { createReport, diagnosticText } from '/work/main/generator/base/diagnostic.ts';
// @ts-ignore
import { loadDoc } from '/work/shared/tools/score.mjs';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
const [spec, countArg, verbose] = process.argv.slice(2);
const doc = loadDoc(spec);
const res=(n:any)=>{let i=0; while(n?.$ref&&i++<20) n=n.$ref.split('/').slice(1).reduce((a:any,k:string)=>a?.[decodeURIComponent(k).replace(/~1/g,'/').replace(/~0/g,'~')],doc); return n??{}};
function inline(s0:any,depth=0,seen:any[]=[]):any{ const s=res(s0); if(depth>7||seen.includes(s)||typeof s!=='object'||s===null) return {type:'object'}; const next=[...seen,s];
  let o:any={...s}; 
  if(s.allOf){ delete o.allOf; for(const part of s.allOf){const p=inline(part,depth,next); o={...p,...o,properties:{...p.properties,...o.properties},required:[...(p.required??[]),...(o.required??[])]}; if(!Object.keys(o.properties).length) delete o.properties;} }
  if(o.properties){o.properties=Object.fromEntries(Object.entries(o.properties).map(([k,v])=>[k,inline(v,depth+1,next)]));}
  if(o.items) o.items=inline(o.items,depth+1,next);
  for(const k of ['oneOf','anyOf']) if(o[k]) o[k]=o[k].slice(0,1).map((x:any)=>inline(x,depth,next));
  return o;}
function sample(s:any):any{ const ex=s.example??s.examples?.[0]; if(ex!==undefined) return ex; const u=s.oneOf??s.anyOf; if(u) return sample(u[0]); if(s.const!==undefined) return s.const; if(s.enum) return s.enum[0];
  const t=Array.isArray(s.type)?s.type.find((x:string)=>x!=='null'):s.type; if(s.properties) return Object.fromEntries(Object.entries(s.properties).map(([k,v])=>[k,sample(v)])); if(t==='array'||s.items) return [sample(s.items??{})]; if(t==='object') return {}; if(t==='integer'||t==='number') return s.default??123; if(t==='boolean') return s.default??true; if(s.default!==undefined) return s.default; if(s.format==='date-time') return '2023-11-07T05:31:56Z'; if(s.format==='uuid') return '3c90c3cc-0d44-4b50-8888-8dd25736052a'; if(s.format==='uri') return 'https://x.example/a'; return '<string>';}
const text=(s:any)=>String(s).replace(/\[([^\]]*)\]\([^)]*\)/g,'$1').replace(/`/g,'').replace(/\s+/g,' ').trim();
const ops:string[]=[]; for(const [p,item] of Object.entries<any>(doc.paths)) for(const m of ['get','post','put','patch','delete']) if(item[m]) ops.push(m.toUpperCase()+' '+p);
const want=Number(countArg??20); const step=Math.max(1,Math.floor(ops.length/want)); let tot={truth:0,right:0,wrong:0}, used=0; let wrongs:string[]=[]; let missing:string[]=[];
for(let k=0;k<ops.length&&used<want;k+=step){ const [m,p]=ops[k]!.split(' ') as [string,string]; const item=doc.paths[p], op=item[m.toLowerCase()];
  const params=[...(item.parameters??[]),...(op.parameters??[])].map(res).filter((q:any)=>q.in!=='header'&&q.in!=='cookie').map((q:any)=>({...q,schema:inline(q.schema??{type:q.type})}));
  params.sort((a:any,b:any)=>(a.in==='path'?0:1)-(b.in==='path'?0:1)|| (a.in==='path'? p.indexOf('{'+a.name+'}')-p.indexOf('{'+b.name+'}'):0));
  const body=res(op.requestBody); const bc:any=Object.values(body.content??{})[0]; const bs=bc?.schema?inline(bc.schema):undefined;
  const r0=Object.entries<any>(op.responses??{}).find(([k])=>k[0]==='2'); if(!r0) continue; const r=res(r0[1]); const rc:any=r.content?.['application/json']??Object.values(r.content??{})[0]; const rs=rc?.schema?inline(rc.schema):undefined;
  if(!bs?.properties&&!rs?.properties) continue; used++;
  const mini={openapi:'3.1.0',info:{title:'x',version:'1'},paths:{[p]:{[m.toLowerCase()]:{parameters:params,...(bs&&{requestBody:{content:{'application/json':{schema:bs}}}}),responses:{[r0[0]]:{description:r.description,...(rs&&{content:{'application/json':{schema:rs}}})}}}}}};
  fs.writeFileSync('/tmp/m/mini.json',JSON.stringify(mini));
  let bare=''; try{bare=execFileSync('node',['/work/shared/tools/render-text.mjs','/tmp/m/mini.json',ops[k]!,'--level','bare'],{cwd:'/work/main',encoding:'utf8',stdio:['ignore','pipe','ignore']});}catch{used--;continue;}
  const bex=bc?.example??(Object.values(bc?.examples??{})[0] as any)?.value, rex=rc?.example??(Object.values(rc?.examples??{})[0] as any)?.value;
  const bsamp=bs?(bex&&typeof bex==='object'?bex:sample(bs)):undefined, rsamp=rs?(rex&&typeof rex==='object'?rex:sample(rs)):undefined;
  const q=params.filter((x:any)=>x.in==='query').map((x:any)=>x.name+'='+encodeURIComponent(String(x.example??'x'))).join('&');
  const page=`curl --request ${m} \\\n--url 'https://api.x.com${p}${q?'?'+q:''}' \\\n--header 'Authorization: Bearer <token>'`+(bsamp?` \\\n--header 'Content-Type: application/json' \\\n--data '\n${JSON.stringify(bsamp,null,1).replace(/^ +/gm,'').replaceAll("'","’")}\n'`:'\n')+(rsamp?JSON.stringify(rsamp,null,1).replace(/^ +/gm,''):'')+(text(op.description??op.summary??'Does it.'))+'\n'+bare;
  fs.writeFileSync('/tmp/m/page.txt',page); if(verbose==='save') fs.writeFileSync(`/tmp/m/page-${used}.txt`,page);
  const truth=new Map<string,string>(); for(const x of params){const d=x.description??x.schema.description; if(d) truth.set(x.in+':'+x.name,text(d));}
  const walk=(s:any,pre:string,depth=0)=>{ if(depth>9) return; for(const [k,v] of Object.entries<any>(s.properties??{})){ const u=v.oneOf??v.anyOf; const d=v.description; if(d) truth.set(pre+'.'+k,text(d)); const obj=u?u[0]:v.type==='array'||(Array.isArray(v.type)&&v.type.includes('array'))?v.items??{}:v; const arr=obj!==v&&!u; if(obj.properties) walk(obj,pre+'.'+k+(arr?'[]':''),depth+1);} };
  if(bs) walk(bs,'request'); if(rs) walk(rs,'response');
  const rep=createReport(); const got=new Map<string,string>(); for(const e of namelessText.read({path:'p',format:'text',text:page,blocks:[]},rep)){ if(e.fact.kind!=='description') continue; const s:any=e.subject; if(s.kind==='parameter') got.set(s.location+':'+s.name,e.fact.text); else if((s.kind==='request'||s.kind==='response')&&s.path.length) got.set(s.kind+s.path.map((x:any)=>x.kind==='property'?'.'+x.name:x.kind==='items'?'[]':'').join(''),e.fact.text); }
  const norm=(x:string)=>x.replace(/^\d+(?=[A-Z])/,'');
  let R=0,W=0; for(const [k2,d] of got){ const t=truth.get(k2); if(t!==undefined&&(t===d||norm(d)===t)) R++; else {W++; wrongs.push(`${ops[k]} ${k2}: got "${d.slice(0,50)}" truth "${(t??'(none)').slice(0,50)}"`);} }
  const have=[...truth].filter(([k2])=>got.get(k2)===undefined); for(const [k2,d] of have) missing.push(`${ops[k]} ${k2}: ${d.slice(0,60)}`);
  tot.truth+=truth.size; tot.right+=R; tot.wrong+=W; if(verbose) console.log(ops[k], truth.size,R,W);
}
console.log(spec.split('/').slice(-2).join('/'), 'ops',used,'truth',tot.truth,'right',(100*tot.right/tot.truth).toFixed(1)+'%','wrong',(100*tot.wrong/tot.truth).toFixed(2)+'%','unassigned',(100*(tot.truth-tot.right-tot.wrong)/tot.truth).toFixed(1)+'%');
if(verbose) {console.log(wrongs.slice(0,25).join('\n')); console.log('--- missing'); console.log(missing.slice(0,25).join('\n'));}
