"""What each role gets at each address, with GET and with POST.

`login` is the way to the login; 302 leads elsewhere. A newcomer is staff without a role. Rows
are labelled as in addresses.py: `old` are addresses of earlier Djangos that lead to the form, which
asks for the permission. Where a POST answers 200, the form came back with what is missing.
"""

import re

ROWS = """
                            anonymous    patient      newcomer     editor       reviewer     manager
articles:index              200/405      200/405      200/405      200/405      200/405      200/405
articles:topic              200/405      200/405      200/405      200/405      200/405      200/405
live detail                 200/405      200/405      200/405      200/405      200/405      200/405
live preview                200/405      200/405      200/405      200/405      200/405      200/405
draft detail                404/405      404/405      404/405      404/405      404/405      404/405
draft preview               404/405      404/405      404/405      200/405      200/405      200/405
live changes                200/405      200/405      200/405      200/405      200/405      200/405
draft changes               404/405      404/405      404/405      404/405      404/405      404/405
faq:index                   200/405      200/405      200/405      200/405      200/405      200/405
faq:topic                   200/405      200/405      200/405      200/405      200/405      200/405
images:file                 404/405      404/405      404/405      404/405      404/405      404/405
card                        302/405      302/405      302/405      302/405      302/405      302/405
markdownx_markdownify       405/403      405/403      405/403      405/200      405/403      405/200
markdownx_upload            405/403      405/403      405/403      405/400      405/403      405/400
editor_items                403/405      403/405      403/405      200/405      403/405      200/405
editor_references           403/405      403/405      403/405      200/405      403/405      200/405
editor_cheat_sheet          403/405      403/405      403/405      200/405      403/405      200/405
admin:index                 login/login  login/login  200/200      200/200      200/200      200/200
admin:login                 200/200      200/200      302/200      302/200      302/200      302/200
admin:logout                302/302      302/302      405/200      405/200      405/200      405/200
admin:password_change       login/login  login/login  200/200      200/200      200/200      200/200
admin:password_change_done  login/login  login/login  200/405      200/405      200/405      200/405
admin:autocomplete          login/login  login/login  403/405      403/405      403/405      403/405
admin:jsi18n                login/login  login/login  200/405      200/405      200/405      200/405
profile changelist          login/login  login/login  302/302      302/302      302/302      302/302
profile add                 login/login  login/login  403/403      403/403      403/403      403/403
profile history             login/login  login/login  403/403      403/403      200/200      200/200
profile delete              login/login  login/login  403/403      403/403      403/403      403/403
profile change              login/login  login/login  403/403      403/403      200/403      200/200
profile old                 login/login  login/login  302/302      302/302      302/302      302/302
source changelist           login/login  login/login  403/403      200/200      200/200      200/200
source add                  login/login  login/login  403/403      200/200      403/403      200/200
source history              login/login  login/login  403/403      200/200      200/200      200/200
source delete               login/login  login/login  403/403      403/403      403/403      200/302
source change               login/login  login/login  403/403      200/200      200/403      200/200
source old                  login/login  login/login  302/302      302/302      302/302      302/302
synonym changelist          login/login  login/login  403/403      200/302      200/200      200/302
synonym add                 login/login  login/login  403/403      200/200      403/403      200/200
synonym history             login/login  login/login  403/403      200/200      200/200      200/200
synonym delete              login/login  login/login  403/403      200/302      403/403      200/302
synonym change              login/login  login/login  403/403      200/200      200/403      200/200
synonym old                 login/login  login/login  302/302      302/302      302/302      302/302
searches changelist         login/login  login/login  403/403      200/200      403/403      200/200
searches add                login/login  login/login  403/403      403/403      403/403      403/403
searches history            login/login  login/login  403/403      200/200      403/403      200/200
searches delete             login/login  login/login  403/403      403/403      403/403      403/403
searches change             login/login  login/login  403/403      200/403      403/403      200/403
searches old                login/login  login/login  302/302      302/302      302/302      302/302
picture changelist          login/login  login/login  403/403      200/200      200/200      200/302
picture add                 login/login  login/login  403/403      200/200      403/403      200/200
picture history             login/login  login/login  403/403      200/200      200/200      200/200
picture delete              login/login  login/login  403/403      403/403      403/403      200/302
picture change              login/login  login/login  403/403      200/200      200/403      200/200
picture old                 login/login  login/login  302/302      302/302      302/302      302/302
topic changelist            login/login  login/login  403/403      200/200      200/200      200/200
topic add                   login/login  login/login  403/403      403/403      403/403      200/200
topic history               login/login  login/login  403/403      200/200      200/200      200/200
topic delete                login/login  login/login  403/403      403/403      403/403      200/302
topic change                login/login  login/login  403/403      200/403      200/403      200/200
topic old                   login/login  login/login  302/302      302/302      302/302      302/302
live publish                login/login  login/login  403/403      403/403      200/200      200/200
draft publish               login/login  login/login  403/403      403/403      200/200      200/200
live withdraw               login/login  login/login  403/403      403/403      200/200      200/200
draft withdraw              login/login  login/login  403/403      403/403      200/200      200/200
live cancel                 login/login  login/login  403/403      403/403      405/302      405/302
draft cancel                login/login  login/login  403/403      403/403      405/302      405/302
live move                   login/login  login/login  403/403      403/403      200/200      200/200
draft move                  login/login  login/login  403/403      403/403      200/200      200/200
live share                  login/login  login/login  403/403      200/200      200/200      200/200
draft share                 login/login  login/login  403/403      200/200      200/200      200/200
live history                login/login  login/login  403/403      200/200      200/200      200/200
draft history               login/login  login/login  403/403      200/200      200/200      200/200
live compare                login/login  login/login  403/403      200/200      200/200      200/200
draft compare               login/login  login/login  403/403      200/200      200/200      200/200
live text                   login/login  login/login  403/403      200/200      200/200      200/200
draft text                  login/login  login/login  403/403      200/200      200/200      200/200
live text_at                login/login  login/login  403/403      200/200      200/200      200/200
draft text_at               login/login  login/login  403/403      200/200      200/200      200/200
live restore                login/login  login/login  403/403      405/404      403/403      405/404
draft restore               login/login  login/login  403/403      405/404      403/403      405/404
live sign_off               login/login  login/login  403/403      403/403      200/200      403/403
draft sign_off              login/login  login/login  403/403      403/403      200/200      403/403
item changelist             login/login  login/login  403/403      200/200      200/200      200/200
item add                    login/login  login/login  403/403      200/200      403/403      200/200
live delete                 login/login  login/login  403/403      403/403      403/403      403/403
draft delete                login/login  login/login  403/403      403/403      403/403      200/302
live change                 login/login  login/login  403/403      200/200      200/403      200/200
draft change                login/login  login/login  403/403      200/200      200/403      200/200
live old                    login/login  login/login  302/302      302/302      302/302      302/302
draft old                   login/login  login/login  302/302      302/302      302/302      302/302
account password_change     login/login  login/login  403/403      403/403      403/403      200/200
superuser password_change   login/login  login/login  403/403      403/403      403/403      404/404
account changelist          login/login  login/login  403/403      403/403      403/403      200/200
account add                 login/login  login/login  403/403      403/403      403/403      200/200
account history             login/login  login/login  403/403      403/403      403/403      200/200
superuser history           login/login  login/login  302/302      302/302      302/302      302/302
account delete              login/login  login/login  403/403      403/403      403/403      403/403
superuser delete            login/login  login/login  403/403      403/403      403/403      403/403
account change              login/login  login/login  403/403      403/403      403/403      200/200
superuser change            login/login  login/login  403/403      403/403      403/403      302/302
account old                 login/login  login/login  302/302      302/302      302/302      302/302
superuser old               login/login  login/login  302/302      302/302      302/302      302/302
group changelist            login/login  login/login  403/403      403/403      403/403      403/403
group add                   login/login  login/login  403/403      403/403      403/403      403/403
group history               login/login  login/login  403/403      403/403      403/403      403/403
group delete                login/login  login/login  403/403      403/403      403/403      403/403
group change                login/login  login/login  403/403      403/403      403/403      403/403
group old                   login/login  login/login  302/302      302/302      302/302      302/302
admin:app_list              login/login  login/login  404/404      200/200      200/200      200/200
admin:anything else         login/login  login/login  404/404      404/404      404/404      404/404
pages:home                  200/405      200/405      200/405      200/405      200/405      200/405
pages:a_to_z                200/405      200/405      200/405      200/405      200/405      200/405
pages:glossary              200/405      200/405      200/405      200/405      200/405      200/405
pages:topics                200/405      200/405      200/405      200/405      200/405      200/405
pages:feed                  200/405      200/405      200/405      200/405      200/405      200/405
pages:sitemap_index         200/405      200/405      200/405      200/405      200/405      200/405
pages:sitemap               404/405      404/405      404/405      404/405      404/405      404/405
pages:robots                200/405      200/405      200/405      200/405      200/405      200/405
pages:indexnow_key          404/405      404/405      404/405      404/405      404/405      404/405
search:results              200/405      200/405      200/405      200/405      200/405      200/405
search:counted              405/403      405/403      405/403      405/403      405/403      405/403
search:suggestions          200/405      200/405      200/405      200/405      200/405      200/405
"""

_, *_lines = ROWS.strip("\n").splitlines()
_cells = [re.split(r"\s{2,}", line) for line in _lines]
TABLE = {label: outcomes for label, *outcomes in _cells}
